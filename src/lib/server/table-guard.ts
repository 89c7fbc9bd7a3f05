import { error, type RequestEvent } from '@sveltejs/kit';
import { allows, type Visitor } from '../domain/account/visitor.ts';
import { tableaux } from '../messages/tableaux.ts';
import { appDatabase } from './app.ts';
import { visitorOf, type Asking } from './guard.ts';
import { readOwnTable, type OwnTable, type Reader } from './queries/own-tables.ts';

/** On whose behalf a visitor reads: their organisation, `null` alone at the machine, `undefined` for anybody else. */
export function readerOf(visitor: Visitor): Reader {
  if (visitor.kind === 'single') return null;
  return visitor.kind === 'member' ? visitor.organisation?.id : undefined;
}

/** A table that a visitor may see, and whether it is theirs to change. */
export interface SeenTable {
  table: OwnTable;
  mine: boolean;
}

/** The table of an address, for who may see it; that there is one is said to nobody else. */
export async function seenTable(
  event: Asking & Pick<RequestEvent, 'setHeaders'> & { params: { id: string } },
): Promise<SeenTable> {
  event.setHeaders({ 'cache-control': 'private, no-store' });
  const visitor = await visitorOf(event);
  const reader = readerOf(visitor);
  const id = /^\d{1,9}$/.test(event.params.id) ? Number(event.params.id) : 0;
  const table = await readOwnTable(appDatabase(), id, reader);
  if (!table) error(404, tableaux.sheet.unknown);
  const owned = reader !== undefined && table.owner === reader;
  return { table, mine: owned && allows(visitor, 'import-lists') };
}
