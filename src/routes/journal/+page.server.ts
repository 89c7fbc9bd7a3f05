import { error } from '@sveltejs/kit';
import { formatDateTime } from '#lib/format/date.ts';
import { comptes } from '#lib/messages/comptes.ts';
import { organisation } from '#lib/messages/organisation.ts';
import { readJournal } from '#lib/server/audit/read-journal.ts';
import { appDatabase } from '#lib/server/app.ts';
import { requireRight } from '#lib/server/guard.ts';
import type { PageServerLoad } from './$types';

const PAGE_SIZE = 50;
const words = organisation.journal;

/** What was written on behalf of one’s organisation, the latest first. */
export const load: PageServerLoad = async (event) => {
  event.setHeaders({ 'cache-control': 'no-store' });
  const visitor = await requireRight(event, 'read-journal');
  if (visitor.kind !== 'member' || !visitor.organisation) error(403, comptes.refused.noRight);
  const asked = Number(event.url.searchParams.get('p') ?? 1);
  const page = Number.isInteger(asked) && asked >= 1 && asked <= 1_000_000 ? asked : 1;
  const { entries, total } = await readJournal(appDatabase(), visitor.organisation.id, {
    from: (page - 1) * PAGE_SIZE,
    most: PAGE_SIZE,
  });
  return {
    organisation: visitor.organisation.name,
    page,
    pageSize: PAGE_SIZE,
    total,
    entries: entries.map(({ id, at, account, name, action, object }) => ({
      id: String(id),
      at: formatDateTime(at),
      who: name ?? (account === null ? words.machine : words.erased(account)),
      what: words.actions[action] ?? action,
      object: object ?? '',
    })),
  };
};
