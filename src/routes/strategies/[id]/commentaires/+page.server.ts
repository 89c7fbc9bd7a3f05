import { fail, redirect } from '@sveltejs/kit';
import { randomUUID } from 'node:crypto';
import { returnPath } from '#lib/domain/account/return-path.ts';
import { strategyComments as words } from '#lib/messages/strategy-comments.ts';
import { BY_GUEST, placeOf, takeTry } from '#lib/server/accounts/limits.ts';
import { appDatabase, currentData } from '#lib/server/app.ts';
import {
  addComment,
  changeComment,
  readComments,
  type CommentAct,
  type Commented,
} from '#lib/server/strategies/comments.ts';
import { openStrategy } from '#lib/server/strategy-guard.ts';
import { commentsOn, maySettle, mayTakeAway } from '../comments.server.ts';
import { headingOf } from '../heading.server.ts';
import { askStep } from '../step-actions.server.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

/** Every comment, thing by thing. */
export const load: PageServerLoad = async (event) => {
  const opened = await openStrategy(event, 'commenter');
  const data = await currentData();
  const said = new Set((await readComments(appDatabase(), opened.kept.id)).map(({ item }) => item));
  const root = opened.kept.strategy.id;
  const items = opened.kept.items.filter(({ id }) => id === root || said.has(id)).map(({ id }) => id);
  return {
    heading: headingOf(opened, data),
    on: (await commentsOn(opened, items, event.url.pathname)) ?? [],
  };
};

const textOf = (form: FormData, name: string): string => String(form.get(name) ?? '');

/** The page of the strategy that a form came from; that of its comments for anything else. */
function backOf({ params }: RequestEvent, form: FormData): string {
  const [path = '', hash = ''] = textOf(form, 'retour').split('#');
  const base = `/strategies/${params.id}`;
  const back = returnPath(path);
  const isOwn = back === base || back.startsWith(`${base}/`) || back.startsWith(`${base}?`);
  return `${isOwn ? back : `${base}/commentaires`}${/^commentaires-[\w-]+$/.test(hash) ? `#${hash}` : ''}`;
}

const STATUS: Readonly<Record<Exclude<Commented, 'written' | 'twice'>, number>> = {
  empty: 422,
  long: 422,
  gone: 409,
  full: 409,
};

/** Does something to a comment, and goes back to where it was asked. */
async function act(event: RequestEvent, what: CommentAct, may: typeof maySettle) {
  const form = await event.request.formData();
  const opened = await askStep(event, form, 'commenter');
  if (!('kept' in opened)) return opened;
  const { hand, kept } = opened;
  const done = await changeComment(appDatabase(), hand, kept.id, textOf(form, 'commentaire'), what, (one) =>
    may(opened, one),
  );
  if (!done) return fail(409, { problem: words.faults.not });
  redirect(303, backOf(event, form));
}

export const actions: Actions = {
  write: async (event) => {
    const form = await event.request.formData();
    const typed = {
      item: textOf(form, 'element').slice(0, 80),
      draft: /^[\da-f-]{36}$/.test(textOf(form, 'brouillon')) ? textOf(form, 'brouillon') : randomUUID(),
      text: textOf(form, 'texte'),
    };
    const opened = await askStep(event, form, 'commenter');
    if (!('kept' in opened)) return opened;
    const { hand, kept, guest } = opened;
    if (guest !== null) {
      const who = placeOf(event.getClientAddress());
      if ((await takeTry(appDatabase(), [{ limit: BY_GUEST, who }], hand.now)) !== null)
        return fail(429, { problem: words.faults.busy, typed });
    }
    const comment = { id: typed.draft, item: typed.item, text: typed.text, guest };
    const became = await addComment(appDatabase(), hand, kept.id, comment);
    if (became !== 'written' && became !== 'twice')
      return fail(STATUS[became], { problem: words.faults[became], typed });
    redirect(303, backOf(event, form));
  },
  settle: (event) => act(event, 'settle', maySettle),
  reopen: (event) => act(event, 'reopen', maySettle),
  remove: (event) => act(event, 'remove', mayTakeAway),
};
