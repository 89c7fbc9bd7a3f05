import { fail } from '@sveltejs/kit';
import { appDatabase } from '#lib/server/app.ts';
import { handOfVisitor, refusal, requireRight } from '#lib/server/guard.ts';
import {
  countContacts,
  eraseFoundContacts,
  expireContacts,
  findContacts,
  readContactLog,
} from '#lib/server/places/contacts.ts';
import type { Actions, PageServerLoad } from './$types';

/** Contacts are personal data: the page opens to who administers their organisation, and shows whom was asked for. */
export const load: PageServerLoad = async (event) => {
  await requireRight(event, 'read-contacts');
  event.setHeaders({ 'cache-control': 'no-store' });
  const database = appDatabase();
  const hand = await handOfVisitor(event);
  await expireContacts(database, hand.now);
  return {
    kept: await countContacts(database, hand),
    log: (await readContactLog(database, hand)).map(({ at, act, subject, count }) => ({
      at,
      act,
      subject,
      count,
    })),
  };
};

export const actions: Actions = {
  find: async (event) => {
    const refused = await refusal(event, 'read-contacts');
    if (refused) return fail(refused.status, { problem: refused.problem });
    const asked = String((await event.request.formData()).get('personne') ?? '');
    const found = await findContacts(appDatabase(), asked, 'read', await handOfVisitor(event));
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
    const refused = await refusal(event, 'read-contacts');
    if (refused) return fail(refused.status, { problem: refused.problem });
    const asked = String((await event.request.formData()).get('personne') ?? '');
    return { erased: await eraseFoundContacts(appDatabase(), asked, await handOfVisitor(event)) };
  },
};
