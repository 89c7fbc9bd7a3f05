import { joiningTable } from '../../domain/tables/join/join-table.ts';
import { ownSource } from '../../domain/tables/own-source.ts';
import type { Query } from '../db/client.ts';
import { inSlices } from '../queries/in-slices.ts';
import { readOwnTables } from '../queries/own-tables.ts';
import { readTerritories } from '../queries/territories.ts';
import { columnSummaries, currentVersions } from '../queries/versions.ts';
import { readKeySources } from './key-sources.ts';
import { readTableContent } from './own-table-content.ts';
import { removeOwnColumns, writeOwnFigures } from './write/write-own-table.ts';

/**
 * Joins again the tables of people whose figures went with the territories, from the rows kept with them;
 * `all` of them once a backup was put back: what stands was made from other tables. Gives how many.
 */
export async function remakeOwnTables(tx: Query, now: Date, all = false): Promise<number> {
  if (all) await removeOwnColumns(tx);
  const tables = await readOwnTables({ query: tx });
  if (tables.length === 0) return 0;
  const current = new Map((await currentVersions({ query: tx })).map(({ source, id }) => [source, id]));
  const filled = new Set((await columnSummaries({ query: tx })).map(({ version }) => version));
  const stale = tables.filter(
    ({ id, version }) =>
      all || version === null || current.get(ownSource(id)) !== version || !filled.has(version),
  );
  if (stale.length === 0) return 0;
  const territories = await readTerritories({ query: tx });
  // Before the data: the load that comes makes them.
  if (territories.all('commune').length === 0) return 0;
  for (const table of stale) {
    const rows = await readTableContent(tx, table.id);
    if (!rows) continue;
    const sources = await readKeySources(tx, rows, table.reading, territories);
    const joined = await inSlices(joiningTable(rows, table.reading, territories, sources));
    await writeOwnFigures(tx, table, joined, territories, {
      former: table.indicators.map(({ id }) => id),
      now,
    });
  }
  return stale.length;
}
