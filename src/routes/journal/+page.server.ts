import { error } from '@sveltejs/kit';
import type { Member } from '#lib/domain/account/visitor.ts';
import { formatDateTime } from '#lib/format/date.ts';
import { comptes } from '#lib/messages/comptes.ts';
import { organisation } from '#lib/messages/organisation.ts';
import { strategies as strategyWords } from '#lib/messages/strategies.ts';
import { readJournal, type JournalEntry } from '#lib/server/audit/read-journal.ts';
import { appDatabase } from '#lib/server/app.ts';
import { requireRight } from '#lib/server/guard.ts';
import { seesTable, readOwnTables } from '#lib/server/queries/own-tables.ts';
import { strategiesOf } from '#lib/server/strategies/list.ts';
import { readStrategies } from '#lib/server/strategies/read.ts';
import { readerOf } from '#lib/server/table-guard.ts';
import { objectName, type KnownNames } from './object-names.ts';
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
  const known = await knownNames(visitor, entries);
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
      object: object === null ? '' : objectName(action, object, known),
    })),
  };
};

/** The names of what these acts were done to, among what the visitor may see. */
async function knownNames(visitor: Member, entries: readonly JournalEntry[]): Promise<KnownNames> {
  const database = appDatabase();
  const asked = (room: string): Set<string | null> =>
    new Set(entries.filter(({ action }) => action.startsWith(room)).map(({ object }) => object));
  const [written, changed] = [asked('strategy.'), asked('table.')];
  const readable =
    written.size === 0
      ? []
      : await Promise.all([false, true].map((aside) => strategiesOf(database, visitor, aside)));
  const strategies = await readStrategies(
    database,
    readable.flat().filter((id) => written.has(id)),
  );
  const tables = changed.size === 0 ? [] : await readOwnTables(database);
  return {
    strategies: new Map(strategies.map(({ id, strategy }) => [id, strategy.name || strategyWords.untitled])),
    tables: new Map(
      tables.filter((table) => seesTable(table, readerOf(visitor))).map(({ id, name }) => [String(id), name]),
    ),
    accounts: new Map(
      entries.flatMap(({ account, name }) => (account === null || name === null ? [] : [[account, name]])),
    ),
  };
}
