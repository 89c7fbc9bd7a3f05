import { error } from '@sveltejs/kit';
import { isoDay } from '#lib/format/date.ts';
import { gestion } from '#lib/messages/lieux-gestion.ts';
import { appDatabase, mayWrite } from '#lib/server/app.ts';
import { attachment } from '#lib/server/export/attachment.ts';
import { writeCsvRows } from '#lib/server/export/csv.ts';
import { findContacts } from '#lib/server/places/contacts.ts';
import type { RequestHandler } from './$types';

/** Everything that is kept of one person, to be handed to them. */
export const POST: RequestHandler = async (event) => {
  if (!mayWrite(event)) error(403, gestion.single.refused);
  const asked = String((await event.request.formData()).get('personne') ?? '');
  const now = new Date();
  const found = await findContacts(appDatabase(), asked, 'export', { now, owner: null });
  const { columns } = gestion.contacts;
  const lines = [
    [columns.name, columns.email, columns.phone, columns.record, 'But', columns.until],
    ...found.map(({ name, email, phone, source, record, purpose, keepUntil }) => [
      name ?? '',
      email ?? '',
      phone ?? '',
      `${source}/${record}`,
      purpose,
      isoDay(keepUntil),
    ]),
  ];
  const response = attachment(writeCsvRows(lines), {
    type: 'text/csv; charset=utf-8',
    name: `contacts-${isoDay(now)}.csv`,
  });
  response.headers.set('cache-control', 'no-store');
  return response;
};
