import { alarmsOf } from '../../domain/editions/alarms.ts';
import { compareColumns, type ColumnSetting } from '../../domain/editions/column-change.ts';
import type { ColumnChange, EditionChanges } from '../../domain/editions/edition-changes.ts';
import { gapsChange, meshChange, type PeopleBeyond } from '../../domain/editions/mesh-change.ts';
import { shapesChange, type Shapes, type ShapesChange } from '../../domain/editions/shapes-change.ts';
import { INDICATORS } from '../../domain/indicators/catalogue.ts';
import { cellAt, emptyColumn } from '../../domain/indicators/column.ts';
import type { Indicator } from '../../domain/indicators/indicator.ts';
import type { SourceId } from '../../domain/indicators/source.ts';
import { isKnown } from '../../domain/indicators/value.ts';
import { PLACE_SOURCES } from '../../domain/report/help.ts';
import type { Level } from '../../domain/territory/level.ts';
import { ZONE_KINDS, type ZoneKind } from '../../domain/zones/zone.ts';
import { ZONE_SOURCES } from '../../domain/zones/zone-source.ts';
import { isoDay } from '../../format/date.ts';
import { DEFAULT_GAPS_VIEW } from '../../view/gaps-view.ts';
import type { Query } from '../db/client.ts';
import { gapsOf, needWithin } from '../queries/access/gaps.ts';
import { communeShapes, zoneShapes } from '../queries/shapes.ts';
import type { Snapshot } from '../queries/snapshot.ts';

/** Farther than this from every place, one is counted as left out: the threshold of the pages, in kilometres. */
export const FAR_KM = 10;

/** Data that a new edition is compared with, or as it would be with it. */
export interface Compared {
  data: Snapshot;
  /** What the source draws; none when it draws nothing. */
  shapes: Shapes;
}

/** What a source draws, as it stands. */
export async function shapesOf(query: Query, source: SourceId): Promise<Shapes> {
  if (source === 'contours') return communeShapes({ query });
  const kind = zoneKindOf(source);
  return kind ? zoneShapes({ query }, kind) : new Map();
}

const zoneKindOf = (source: SourceId): ZoneKind | undefined =>
  ZONE_KINDS.find((kind) => ZONE_SOURCES[kind] === source);

/** What a new edition of a source changes. */
export function compareEditions(
  { data: before, shapes: drawn }: Compared,
  { data: after, shapes }: Compared,
  source: SourceId,
  now: Date,
): EditionChanges {
  const kind = zoneKindOf(source);
  const { columns, same } = columnChanges(before, after, source);
  const [was, is] = [before.versions.get(source), after.versions.get(source)];
  const changes = {
    rows: {
      kept: { before: was?.rowsKept ?? 0, after: is?.rowsKept ?? 0 },
      refused: { before: was?.rowsRefused ?? 0, after: is?.rowsRefused ?? 0 },
    },
    columns,
    sameColumns: same,
    mesh: PLACE_SOURCES.includes(source) ? meshChange(before.places, after.places) : null,
    gaps: gapsBetween(before, after, now),
    outlines: source === 'contours' ? outlinesChange(shapesChange(drawn, shapes)) : null,
    zones: kind ? { kind, ...shapesChange(drawn, shapes) } : null,
  };
  return { ...changes, alarms: alarmsOf(changes) };
}

/** Indicators whose figures change: those of the source, and those that are computed from it. */
function columnChanges(
  before: Snapshot,
  after: Snapshot,
  source: SourceId,
): { columns: ColumnChange[]; same: number } {
  const columns: ColumnChange[] = [];
  let same = 0;
  for (const indicator of INDICATORS) {
    const level = finestLevel(before, indicator) ?? finestLevel(after, indicator);
    if (level === null) continue;
    const [was, is] = [before.file(indicator.id, level), after.file(indicator.id, level)];
    if (was?.hash !== is?.hash) columns.push(columnChange(before, after, indicator, level));
    else if (indicator.source === source) same++;
  }
  return { columns, same };
}

const finestLevel = (data: Snapshot, { id }: Indicator): Level | null =>
  (['commune', 'epci'] as const).find((level) => data.file(id, level) !== null) ?? null;

function columnChange(before: Snapshot, after: Snapshot, indicator: Indicator, level: Level): ColumnChange {
  const territories = before.territories.all(level);
  const none = emptyColumn(territories.length);
  const setting: ColumnSetting = {
    indicator,
    level,
    codes: territories.map(({ code }) => code),
    people: Float64Array.from(territories, ({ population }) => population ?? Number.NaN),
    departements: territories.map(({ departement }) => departement),
  };
  const change = compareColumns(
    before.column(indicator.id, level) ?? none,
    after.column(indicator.id, level) ?? none,
    setting,
  );
  const pair = { before: ofCountry(before, indicator), after: ofCountry(after, indicator) };
  return { ...change, country: pair.before === null && pair.after === null ? null : pair };
}

/** The figure of the country; `null` when it has none. */
function ofCountry(data: Snapshot, { id }: Indicator): number | null {
  const column = data.column(id, 'france');
  const cell = column ? cellAt(column, 0) : null;
  return cell && isKnown(cell) ? cell.value : null;
}

/** Who is farther than 10 km from every place; `null` when that stays as it is. */
function gapsBetween(before: Snapshot, after: Snapshot, now: Date): EditionChanges['gaps'] {
  const change = gapsChange(peopleBeyond(before, now), peopleBeyond(after, now));
  return change.moved === 0 && change.country.before === change.country.after ? null : change;
}

function peopleBeyond(data: Snapshot, now: Date): PeopleBeyond {
  const gaps = gapsOf(data, { ...DEFAULT_GAPS_VIEW, limit: FAR_KM }, isoDay(now));
  const country = data.territories.get('france', 'FR');
  return {
    country: country ? needWithin(data, gaps, country).inhabitantsBeyond : 0,
    departements: new Map(
      data.territories
        .all('departement')
        .map((one) => [one.code, needWithin(data, gaps, one).inhabitantsBeyond]),
    ),
  };
}

/** Communes drawn otherwise, or that gain or lose their outline. */
const outlinesChange = ({ areas, gained, lost, moved }: ShapesChange): EditionChanges['outlines'] => ({
  communes: areas.after,
  changed: gained + lost + moved,
});
