import type { TableRows } from '../../domain/tables/join/join-rows.ts';
import type { KeySources } from '../../domain/tables/keys/match.ts';
import type { TableReading } from '../../domain/tables/reading.ts';
import type { Territories } from '../../domain/territory/territories.ts';
import type { Query } from '../db/client.ts';
import { zonesByCode } from '../queries/zones.ts';
import { locateTable } from './locate-table.ts';

/** What the rows of a table are looked up in beside the territories: outlines for points, zones for their codes. */
export async function readKeySources(
  query: Query,
  table: TableRows,
  reading: Pick<TableReading, 'key' | 'columns'>,
  territories: Territories,
): Promise<KeySources> {
  const { key } = reading;
  const zones = key === 'qpv' || key === 'iris' ? await zonesByCode({ query }, key) : null;
  return {
    zones: zones?.size ? zones : null,
    located: await locateTable(query, table, reading, territories),
  };
}
