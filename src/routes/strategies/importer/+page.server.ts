import { error, fail, redirect } from '@sveltejs/kit';
import { mayCreate } from '#lib/domain/strategy/access/may-create.ts';
import { MOST_FILE_BYTES } from '#lib/domain/strategy/file/strategy-file.ts';
import { comptes } from '#lib/messages/comptes.ts';
import { gestion } from '#lib/messages/lieux-gestion.ts';
import { strategyFile as words } from '#lib/messages/strategy-file.ts';
import { accountsExist, appDatabase } from '#lib/server/app.ts';
import { handOfVisitor, signInHref, visitorOf } from '#lib/server/guard.ts';
import { importStrategy } from '#lib/server/strategies/import-file.ts';
import { readFile } from '#lib/server/strategies/read-file.ts';
import { faultWords } from './fault-words.ts';
import type { Actions, PageServerLoad } from './$types';

/** Where a strategy is brought by a file. */
export const load: PageServerLoad = async (event) => {
  event.setHeaders({ 'cache-control': 'private, no-store' });
  const visitor = await visitorOf(event);
  if (mayCreate(visitor)) return {};
  if (visitor.kind === 'member') error(403, words.closed);
  if (!(await accountsExist())) error(403, gestion.single.off);
  redirect(303, signInHref(event.url));
};

export const actions: Actions = {
  default: async (event) => {
    const visitor = await visitorOf(event);
    if (!mayCreate(visitor))
      return visitor.kind === 'member'
        ? fail(403, { problem: words.closed })
        : fail(401, { problem: comptes.refused.signIn });
    const file = (await event.request.formData()).get('fichier');
    if (!(file instanceof File) || file.size === 0) return fail(400, { problem: words.faults.none });
    if (file.size > MOST_FILE_BYTES) return fail(413, { problem: words.faults.big });
    const hand = await handOfVisitor(event);
    const read = readFile(await file.text(), hand.now);
    if ('why' in read) return fail(422, { problem: faultWords(read) });
    redirect(303, `/strategies/${await importStrategy(appDatabase(), hand, read)}`);
  },
};
