import { fail } from '@sveltejs/kit';
import { typedName } from '#lib/domain/account/typed-name.ts';
import { allows, handOf, type Hand } from '#lib/domain/account/visitor.ts';
import { formatNumber } from '#lib/format/number.ts';
import { cles as words } from '#lib/messages/api-cles.ts';
import { SCOPES } from '#lib/server/api/asker.ts';
import { makeKey, MOST_KEYS, readKeys, revokeKey } from '#lib/server/api/keys.ts';
import { appDatabase } from '#lib/server/app.ts';
import { requireRight } from '#lib/server/guard.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

/** Who may make keys: one acts for an organisation, or alone at a machine without accounts. */
const visitor = (event: RequestEvent | Parameters<PageServerLoad>[0]) => requireRight(event, 'make-keys');

const hand = async (event: RequestEvent): Promise<Hand> => handOf(await visitor(event), new Date());

/** The keys of one’s organisation. */
export const load: PageServerLoad = async (event) => {
  event.setHeaders({ 'cache-control': 'no-store' });
  const who = await visitor(event);
  return {
    alone: who.kind === 'single',
    manages: allows(who, 'manage-members'),
    readsJournal: allows(who, 'read-journal'),
    keys: await readKeys(appDatabase(), handOf(who, new Date()).owner),
    origin: event.url.origin,
  };
};

const textOf = (form: FormData, name: string): string => String(form.get(name) ?? '');

export const actions: Actions = {
  make: async (event) => {
    const by = await hand(event);
    const form = await event.request.formData();
    const typed = { name: textOf(form, 'nom'), scope: textOf(form, 'portee') };
    const name = typedName(typed.name);
    const scope = SCOPES.find((one) => one === typed.scope);
    if (name === null) return fail(422, { typed, problem: words.badName });
    if (!scope) return fail(422, { typed, problem: words.badScope });
    const key = await makeKey(appDatabase(), by, { name, scope });
    return key === null ? fail(409, { typed, problem: words.tooMany(formatNumber(MOST_KEYS)) }) : { key };
  },
  revoke: async (event) => {
    const by = await hand(event);
    const gone = await revokeKey(appDatabase(), by, textOf(await event.request.formData(), 'cle'));
    return gone ? { done: words.revoked } : fail(409, { problem: words.unknown });
  },
};
