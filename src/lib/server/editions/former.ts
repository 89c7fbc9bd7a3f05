import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { and, count, desc, eq } from 'drizzle-orm';
import { decodeColumn } from '../../domain/indicators/column-file.ts';
import type { Column } from '../../domain/indicators/column.ts';
import { LEVELS, type Level } from '../../domain/territory/level.ts';
import type { Database } from '../db/client.ts';
import { datasetVersion, indicatorColumn } from '../db/schema/datasets.ts';
import { formerColumn, formerOrder } from '../db/schema/editions.ts';
import { territory } from '../db/schema/territories.ts';
import type { DatasetVersion } from '../queries/versions.ts';

const expand = promisify(gunzip);

/** A version, and the columns of it that can still be read. */
export interface CitedVersion {
  version: DatasetVersion;
  columns: { indicator: string; level: Level; hash: string; counts: Record<string, number> }[];
}

type Reader = Pick<Database, 'query'>;

/** A version by its number, in use or not; `null` when there was none of that number. */
export async function readCited({ query }: Reader, id: number): Promise<CitedVersion | null> {
  const [version] = await query.select().from(datasetVersion).where(eq(datasetVersion.id, id));
  if (!version) return null;
  const table = version.current ? indicatorColumn : formerColumn;
  const rows = await query
    .select({ indicator: table.indicator, level: table.level, hash: table.hash, counts: table.counts })
    .from(table)
    .where(eq(table.version, id));
  const columns = rows.flatMap(({ level, ...rest }) => {
    const known = LEVELS.find((one) => one === level);
    return known ? [{ ...rest, level: known }] : [];
  });
  return {
    version,
    columns: columns.sort(
      (a, b) => LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level) || (a.indicator < b.indicator ? -1 : 1),
    ),
  };
}

/** The figures of a version at a level: the codes in their order, and the columns by indicator. */
export interface CitedFigures {
  codes: string[];
  columns: Map<string, Column>;
}

/** The figures of a version at a level; `null` when they are not kept. */
export async function readCitedFigures(
  { query }: Reader,
  { id, current }: DatasetVersion,
  level: Level,
): Promise<CitedFigures | null> {
  const table = current ? indicatorColumn : formerColumn;
  const rows = await query
    .select({ indicator: table.indicator, bytes: table.bytes })
    .from(table)
    .where(and(eq(table.version, id), eq(table.level, level)))
    .orderBy(table.indicator);
  if (rows.length === 0) return null;
  const codes = current ? await codesInUse({ query }, level) : await formerCodes({ query }, id, level);
  return {
    codes,
    columns: new Map(rows.map(({ indicator, bytes }) => [indicator, decodeColumn(bytes)])),
  };
}

async function codesInUse({ query }: Reader, level: Level): Promise<string[]> {
  const rows = await query
    .select({ code: territory.code })
    .from(territory)
    .where(eq(territory.level, level))
    .orderBy(territory.ordinal);
  return rows.map(({ code }) => code);
}

async function formerCodes({ query }: Reader, version: number, level: Level): Promise<string[]> {
  const [row] = await query
    .select({ codes: formerOrder.codes })
    .from(formerColumn)
    .innerJoin(formerOrder, eq(formerOrder.hash, formerColumn.order))
    .where(and(eq(formerColumn.version, version), eq(formerColumn.level, level)))
    .limit(1);
  return row ? (await expand(row.codes)).toString('utf8').split(',') : [];
}

/** A version in the list of those of a source. */
export interface ListedVersion extends Pick<
  DatasetVersion,
  'id' | 'source' | 'title' | 'edition' | 'sha256' | 'fetchedAt' | 'loadedAt' | 'current'
> {
  /** Columns of it that can still be read. */
  columns: number;
}

/** Every version of every source, the last one of each first. */
export async function readVersions({ query }: Reader): Promise<ListedVersion[]> {
  const { id, source, title, edition, sha256, fetchedAt, loadedAt, current } = datasetVersion;
  const versions = await query
    .select({ id, source, title, edition, sha256, fetchedAt, loadedAt, current })
    .from(datasetVersion)
    .orderBy(source, desc(id));
  const kept = new Map<number, number>();
  for (const table of [indicatorColumn, formerColumn]) {
    const rows = await query
      .select({ version: table.version, columns: count() })
      .from(table)
      .groupBy(table.version);
    for (const row of rows) kept.set(row.version, row.columns);
  }
  return versions.map((version) => ({ ...version, columns: kept.get(version.id) ?? 0 }));
}
