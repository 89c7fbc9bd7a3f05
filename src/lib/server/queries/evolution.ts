import { cellAt } from '../../domain/indicators/column.ts';
import { isKnown, type Cell } from '../../domain/indicators/value.ts';
import type { PopulationChange } from '../../domain/compare/evolution-sentences.ts';
import {
  bandOfBound,
  bandOfRate,
  shiftOf,
  type BandPair,
  type BandShift,
} from '../../domain/compare/fibre-bands.ts';
import { ABSENT } from '../../domain/indicators/value.ts';
import type { Level } from '../../domain/territory/level.ts';
import { slugOf } from '../../domain/territory/slug.ts';
import type { Territory } from '../../domain/territory/territory.ts';
import { remember } from './memo.ts';
import type { Snapshot } from './snapshot.ts';

/** What changed in a territory between the editions that may be compared. */
export type Evolution = {
  /** `null` where nothing is known of either edition. */
  population: PopulationChange | null;
} & (
  | { kind: 'commune'; bands: BandPair }
  | { kind: 'group'; shift: BandShift }
  /** An arrondissement: fibre is published for the whole commune. */
  | { kind: 'part' }
);

/** The change of a territory over time, kept as long as the snapshot. */
export function readEvolution(data: Snapshot, territory: Territory): Evolution {
  const slug = slugOf(territory.level, territory.code);
  return remember(data, 'evolution', slug, () => assemble(data, territory), 1_000);
}

function assemble(data: Snapshot, territory: Territory): Evolution {
  const population = populationChange(data, territory);
  if (territory.level === 'arrondissement') return { kind: 'part', population };
  const pairs = data.territories.communes(territory).map((commune) => bandsOf(data, commune));
  const [only] = pairs;
  return territory.level === 'commune' && only
    ? { kind: 'commune', population, bands: only }
    : { kind: 'group', population, shift: shiftOf(pairs) };
}

function bandsOf(data: Snapshot, { ordinal, population }: Territory): BandPair {
  const before = figure(data, 'fibre-2018', 'commune', ordinal);
  const after = figure(data, 'fibre-2026', 'commune', ordinal);
  return {
    before: isKnown(before) ? bandOfBound(before.value) : null,
    after: isKnown(after) ? bandOfRate(after.value) : null,
    people: population ?? 0,
  };
}

function populationChange(data: Snapshot, { level, ordinal }: Territory): PopulationChange | null {
  const change = figure(data, 'evolution-2013-2018', level, ordinal);
  const base = figure(data, 'population-2013', level, ordinal);
  if (!isKnown(change)) return null;
  // A count of part of a group would look like that of the whole.
  const whole = isKnown(base) && base.cover === 1 && change.cover === 1;
  return {
    percent: change.value,
    before: whole ? Math.round(base.value) : null,
    after: whole ? Math.round(base.value * (1 + change.value / 100)) : null,
  };
}

function figure(data: Snapshot, indicator: string, level: Level, ordinal: number): Cell {
  const column = data.column(indicator, level);
  return column ? cellAt(column, ordinal) : ABSENT;
}
