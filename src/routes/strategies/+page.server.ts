import { fail, redirect } from '@sveltejs/kit';
import { mayCreate } from '#lib/domain/strategy/access/may-create.ts';
import { findModel } from '#lib/domain/strategy/library/library.ts';
import { line } from '#lib/domain/strategy/record/field-kind.ts';
import { readField } from '#lib/domain/strategy/record/read-field.ts';
import { formatDate } from '#lib/format/date.ts';
import { formatCount } from '#lib/format/number.ts';
import { formatName } from '#lib/format/territory.ts';
import { comptes } from '#lib/messages/comptes.ts';
import { strategies as frame } from '#lib/messages/strategies.ts';
import { strategySteps } from '#lib/messages/strategy-steps.ts';
import { accountsExist, appDatabase, currentData } from '#lib/server/app.ts';
import { handOfVisitor, signInHref, visitorOf } from '#lib/server/guard.ts';
import { createStrategy, setStrategyAside } from '#lib/server/strategies/create.ts';
import { strategiesOf } from '#lib/server/strategies/list.ts';
import { readStrategies, type KeptStrategy } from '#lib/server/strategies/read.ts';
import { standingOf } from '#lib/server/strategies/standing.ts';
import { askedPerimeter, perimeterProblem } from './asked-perimeter.server.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

const words = strategySteps.list;

/** The strategies that a visitor has a part in, and a new one. */
export const load: PageServerLoad = async (event) => {
  event.setHeaders({ 'cache-control': 'private, no-store' });
  const visitor = await visitorOf(event);
  if (visitor.kind !== 'member' && visitor.kind !== 'single') {
    if (await accountsExist()) redirect(303, signInHref(event.url));
    return {
      closed: true as const,
      ...(await asked(event.url)),
      list: [],
      aside: [],
      mayCreate: false,
      isSingle: false,
    };
  }
  const database = appDatabase();
  const [list, aside] = await Promise.all(
    [false, true].map(async (set) => readStrategies(database, await strategiesOf(database, visitor, set))),
  );
  const data = await currentData();
  const own = visitor.kind === 'member' ? visitor.organisation?.id : null;
  const isOwner = (one: KeptStrategy): boolean =>
    (one.owner?.id ?? null) === own &&
    (visitor.kind === 'single' || visitor.organisation?.role === 'administrator');
  const shown = (one: KeptStrategy) => {
    const territory = data.territories.bySlug(one.strategy.territory);
    return {
      id: one.id,
      name: one.strategy.name || frame.untitled,
      place: territory ? formatName(territory) : '',
      whose: (one.owner?.id ?? null) === own ? '' : words.partner(one.owner?.name ?? ''),
      actions: formatCount(one.strategy.actions.length, 'action'),
      created: formatDate(one.createdAt),
      isOwner: isOwner(one),
    };
  };
  return {
    closed: false as const,
    ...(await asked(event.url)),
    list: (list ?? []).map(shown),
    aside: (aside ?? []).map(shown).filter((one) => one.isOwner),
    mayCreate: mayCreate(visitor),
    isSingle: visitor.kind === 'single',
  };
};

/** The territory that an address proposes for a new strategy, and the action of the library that it begins with. */
async function asked(url: URL) {
  const slug = url.searchParams.get('territoire');
  const territory = slug === null ? undefined : (await currentData()).territories.bySlug(slug);
  const model = findModel(url.searchParams.get('modele') ?? '');
  return {
    model: model ? words.model(model.title) : '',
    proposed: territory && slug !== null ? { slug, name: words.defaultName(formatName(territory)) } : null,
  };
}

/** Who may set a strategy aside, or put it back; or why not. */
async function owner(event: RequestEvent, id: string) {
  const visitor = await visitorOf(event);
  const standing = await standingOf(appDatabase(), id, visitor);
  if (standing === 'owner') return { hand: await handOfVisitor(event) };
  return standing === null && visitor.kind !== 'member' && visitor.kind !== 'single'
    ? { status: 401 as const, problem: comptes.refused.signIn }
    : { status: 403 as const, problem: standing === null ? frame.closed.unknown : frame.closed.less };
}

async function setAside(event: RequestEvent, aside: boolean) {
  const id = String((await event.request.formData()).get('strategie') ?? '');
  const asker = await owner(event, id);
  if (!asker.hand) return fail(asker.status, { problem: asker.problem });
  await setStrategyAside(appDatabase(), asker.hand, id, aside);
  return { done: aside ? words.asideDone : words.restored };
}

export const actions: Actions = {
  create: async (event) => {
    const form = await event.request.formData();
    const typed = {
      name: String(form.get('nom') ?? ''),
      territory: String(form.getAll('territoire').at(-1) ?? ''),
    };
    const visitor = await visitorOf(event);
    if (!mayCreate(visitor)) {
      const isMember = visitor.kind === 'member';
      return fail(isMember ? 403 : 401, {
        typed,
        problem: isMember ? frame.closed.create : comptes.refused.signIn,
        choices: [] as { slug: string; label: string }[],
      });
    }
    const perimeter = askedPerimeter(await currentData(), typed.territory);
    if (perimeter.kind !== 'found')
      return fail(422, { typed, problem: perimeterProblem(perimeter), choices: perimeter.choices });
    const name = readField(line(), typed.name);
    const id = await createStrategy(appDatabase(), await handOfVisitor(event), {
      name: 'value' in name && name.value !== '' ? name.value : words.defaultName(perimeter.name),
      territory: perimeter.slug,
    });
    const model = String(form.get('modele') ?? '');
    redirect(
      303,
      model === ''
        ? `/strategies/${id}`
        : `/strategies/${id}/actions/nouvelle?${new URLSearchParams({ modele: model })}`,
    );
  },
  aside: (event) => setAside(event, true),
  restore: (event) => setAside(event, false),
};
