import { appDatabase } from '#lib/server/app.ts';
import { closedTo, visitorOf } from '#lib/server/guard.ts';
import { readOwnTables, seesTable, type OwnTable } from '#lib/server/queries/own-tables.ts';
import { readerOf } from '#lib/server/table-guard.ts';
import type { PageServerLoad } from './$types';

const shown = ({ id, name, producer, year, keyKind, report, shared }: OwnTable) => ({
  id,
  name,
  producer,
  year,
  key: keyKind,
  share: report.rowsJoined / Math.max(1, report.rowsRead),
  access: shared ? 'shared' : 'private',
});

/** The tables that a visitor may see: theirs, and those that others share. */
export const load: PageServerLoad = async (event) => {
  event.setHeaders({ 'cache-control': 'private, no-store' });
  const visitor = await visitorOf(event);
  const reader = readerOf(visitor);
  const tables = (await readOwnTables(appDatabase())).filter((table) => seesTable(table, reader));
  const isMine = ({ owner }: OwnTable): boolean => reader !== undefined && owner === reader;
  return {
    closed: await closedTo(event, 'import-lists'),
    alone: visitor.kind === 'single',
    removed: event.url.searchParams.has('retire'),
    mine: tables.filter(isMine).map(shown),
    others: tables.filter((table) => !isMine(table)).map(shown),
  };
};
