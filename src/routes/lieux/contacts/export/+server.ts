import { error } from '@sveltejs/kit';
import { isoDay } from '#lib/format/date.ts';
import { exports } from '#lib/messages/exports.ts';
import { gestion } from '#lib/messages/lieux-gestion.ts';
import { appDatabase } from '#lib/server/app.ts';
import { handOfVisitor, refusal } from '#lib/server/guard.ts';
import { attachment } from '#lib/server/export/attachment.ts';
import { writeCsvRows } from '#lib/server/export/csv.ts';
import { findContacts } from '#lib/server/places/contacts.ts';
import type { RequestHandler } from './$types';

/** Everything that is kept of one person, to be handed to them. */
export const POST: RequestHandler = async (event) => {
  const refused = await refusal(event, 'read-contacts');
  if (refused) error(refused.status, refused.problem);
  const asked = String((await event.request.formData()).get('personne') ?? '');
  const hand = await handOfVisitor(event);
  const found = await findContacts(appDatabase(), asked, 'export', hand);
  const { columns } = gestion.contacts;
  const lines = [
    [columns.name, columns.email, columns.phone, columns.record, 'But', columns.until, exports.citation.made],
    ...found.map(({ name, email, phone, source, record, purpose, keepUntil }) => [
      name ?? '',
      email ?? '',
      phone ?? '',
      `${source}/${record}`,
      purpose,
      isoDay(keepUntil),
      isoDay(hand.now),
    ]),
  ];
  const response = attachment(writeCsvRows(lines), {
    type: 'text/csv; charset=utf-8',
    name: `contacts-${isoDay(hand.now)}.csv`,
  });
  response.headers.set('cache-control', 'no-store');
  return response;
};
