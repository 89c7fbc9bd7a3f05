import { createHash } from 'node:crypto';
import { inArray, sql } from 'drizzle-orm';
import { aggregateColumn } from '../../../domain/indicators/aggregate.ts';
import { INDICATORS } from '../../../domain/indicators/catalogue.ts';
import { countStates, type Column } from '../../../domain/indicators/column.ts';
import { encodeColumn, roundColumn } from '../../../domain/indicators/column-file.ts';
import type { Indicator } from '../../../domain/indicators/indicator.ts';
import { sourceNotice } from '../../../domain/indicators/source.ts';
import { AGGREGATE_LEVELS } from '../../../domain/territory/level.ts';
import type { Territories } from '../../../domain/territory/territories.ts';
import type { Query } from '../../db/client.ts';
import { indicatorColumn } from '../../db/schema/datasets.ts';
import { readColumn } from '../../queries/columns.ts';
import { readOwnIndicators } from '../../queries/own-tables.ts';
import { currentVersions } from '../../queries/versions.ts';
import type { SettledColumn } from '../settle.ts';

/** Computed figures keep four decimals: finer than any source, and exact in the column file. */
const STORED_DECIMALS = 4;

/** Removes the columns of some indicators, at every level. */
export async function removeColumns(tx: Query, indicators: readonly string[]): Promise<void> {
  await tx.delete(indicatorColumn).where(inArray(indicatorColumn.indicator, [...indicators]));
}

/** Writes columns under a version, in place of those of the same indicator and level. */
async function writeColumns(tx: Query, version: number, columns: readonly SettledColumn[]): Promise<void> {
  for (const { indicator, level, column } of columns) {
    const bytes = encodeColumn(roundColumn(column, STORED_DECIMALS));
    const row = {
      indicator,
      level,
      version,
      bytes: Buffer.from(bytes),
      hash: createHash('sha256').update(bytes).digest('hex').slice(0, 16),
      counts: { ...countStates(column) },
    };
    await tx
      .insert(indicatorColumn)
      .values(row)
      .onConflictDoUpdate({
        target: [indicatorColumn.indicator, indicatorColumn.level],
        set: { version: row.version, bytes: row.bytes, hash: row.hash, counts: row.counts },
      });
  }
}

/**
 * Writes the columns of a source, then every aggregate that they enter: as figures, or as the
 * denominator of figures of another source.
 */
export async function writeFigures(
  tx: Query,
  version: number,
  columns: readonly SettledColumn[],
  territories: Territories,
): Promise<void> {
  await writeColumns(tx, version, columns);
  const changed = new Set(
    columns.filter(({ level }) => level === 'commune').map(({ indicator }) => indicator),
  );
  // What is computed brings its own figures of groups: errors of estimates do not just add up.
  const summed = INDICATORS.filter(({ source }) => !sourceNotice(source).computed);
  const touched = [...summed, ...(await readOwnIndicators({ query: tx }))].filter(
    ({ id, aggregate }) => changed.has(id) || ('weight' in aggregate && changed.has(aggregate.weight)),
  );
  const populations = await readColumn({ query: tx }, 'population', 'commune');
  if (!populations) throw new Error('the population column is written with the COG, before any other');
  const versions = new Map((await currentVersions({ query: tx })).map(({ source, id }) => [source, id]));
  const members = AGGREGATE_LEVELS.map((level) => ({
    level,
    membership: territories
      .all(level)
      .map((group) => territories.communes(group).map(({ ordinal }) => ordinal)),
  }));
  for (const indicator of touched) {
    const aggregated = await aggregatesOf(tx, indicator, populations, members);
    await writeColumns(tx, versions.get(indicator.source) ?? version, aggregated);
  }
}

async function aggregatesOf(
  tx: Query,
  { id, aggregate }: Pick<Indicator, 'id' | 'aggregate'>,
  populations: Column,
  members: readonly { level: (typeof AGGREGATE_LEVELS)[number]; membership: number[][] }[],
): Promise<SettledColumn[]> {
  if (aggregate.rule === 'none') return [];
  const figures = await readColumn({ query: tx }, id, 'commune');
  const weights = 'weight' in aggregate ? await readColumn({ query: tx }, aggregate.weight, 'commune') : null;
  if (!figures || ('weight' in aggregate && !weights)) return [];
  return members.map(({ level, membership }) => ({
    indicator: id,
    level,
    column: aggregateColumn(figures, weights, populations, membership, aggregate),
  }));
}

/** Fills published centres and areas of communes, then the population-weighted centre of each group. */
export async function writeCentres(
  tx: Query,
  centres: ReadonlyMap<string, { lat: number; lon: number; surfaceKm2: number | null }>,
): Promise<void> {
  if (centres.size === 0) return;
  const rows = JSON.stringify([...centres].map(([code, centre]) => ({ code, ...centre })));
  await tx.execute(sql`
    update territory t set lat = c.lat, lon = c.lon, surface_km2 = c."surfaceKm2"
    from jsonb_to_recordset(${rows}::text::jsonb) as c(code text, lat float8, lon float8, "surfaceKm2" float8)
    where t.level = 'commune' and t.code = c.code`);
  for (const level of AGGREGATE_LEVELS) {
    const belongs = level === 'france' ? sql`m.zone <> 'com'` : sql`m.${sql.identifier(level)} = t.code`;
    await tx.execute(sql`
      update territory t set lat = g.lat, lon = g.lon, surface_km2 = g.surface
      from (
        select t.code,
          sum(m.lat * greatest(m.population, 1)) / sum(greatest(m.population, 1)) filter (where m.lat is not null) as lat,
          sum(m.lon * greatest(m.population, 1)) / sum(greatest(m.population, 1)) filter (where m.lat is not null) as lon,
          sum(m.surface_km2) as surface
        from territory t join territory m on m.level = 'commune' and ${belongs}
        where t.level = ${level} group by t.code
      ) g
      where t.level = ${level} and t.code = g.code`);
  }
}
