import { error, fail } from '@sveltejs/kit';
import { gestion } from '#lib/messages/lieux-gestion.ts';
import { appDatabase, mayWrite } from '#lib/server/app.ts';
import {
  countContacts,
  eraseFoundContacts,
  expireContacts,
  findContacts,
  readContactLog,
} from '#lib/server/places/contacts.ts';
import type { Actions, PageServerLoad } from './$types';

/** Contacts are personal data: the page opens to nobody but the person at this machine, and shows whom was asked for. */
export const load: PageServerLoad = async (event) => {
  if (!mayWrite(event)) error(403, gestion.single.off);
  event.setHeaders({ 'cache-control': 'no-store' });
  const database = appDatabase();
  const now = new Date();
  await expireContacts(database, now);
  return {
    kept: await countContacts(database),
    log: (await readContactLog(database)).map(({ at, act, subject, count }) => ({ at, act, subject, count })),
  };
};

export const actions: Actions = {
  find: async (event) => {
    if (!mayWrite(event)) return fail(403, { problem: gestion.single.refused });
    const asked = String((await event.request.formData()).get('personne') ?? '');
    const found = await findContacts(appDatabase(), asked, 'read', { now: new Date(), owner: null });
    return {
      asked,
      found: found.map(({ name, email, phone, source, record, keepUntil }) => ({
        name,
        email,
        phone,
        record: `${source}/${record}`,
        keepUntil,
      })),
    };
  },
  erase: async (event) => {
    if (!mayWrite(event)) return fail(403, { problem: gestion.single.refused });
    const asked = String((await event.request.formData()).get('personne') ?? '');
    return { erased: await eraseFoundContacts(appDatabase(), asked, { now: new Date(), owner: null }) };
  },
};
