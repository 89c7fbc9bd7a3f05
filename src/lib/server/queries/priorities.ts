import { cellAt } from '../../domain/indicators/column.ts';
import { ABSENT, isKnown, STATE_CODES, type Cell } from '../../domain/indicators/value.ts';
import {
  CONCERNING,
  percentileRanks,
  prioritise,
  type Criterion,
  type CriterionRanks,
  type PriorityOrder,
} from '../../domain/need/priority.ts';
import { NO_FILTER, type PlaceFilter } from '../../domain/places/filter.ts';
import type { CommuneFacts } from '../../domain/report/reasons.ts';
import type { Territory } from '../../domain/territory/territory.ts';
import { remember } from './memo.ts';
import { reachOf } from './access/reach.ts';
import type { Snapshot } from './snapshot.ts';

/** The indicator behind each fact; the distance is computed. */
export const CRITERION_INDICATORS: Record<Exclude<Criterion, 'distance'>, string> = {
  standard: 'niveau-de-vie-median',
  fibre: 'fibre-2026',
  elders: 'part-65-ans-et-plus',
};

/** The facts of every commune, in commune order; NaN where unknown or outside the country's statistics. */
async function readCriterion(
  data: Snapshot,
  criterion: Criterion,
  filter: PlaceFilter,
): Promise<Float64Array> {
  const communes = data.territories.all('commune');
  const values = new Float64Array(communes.length).fill(Number.NaN);
  const column = criterion === 'distance' ? null : data.column(CRITERION_INDICATORS[criterion], 'commune');
  const distances = reachOf(data, filter).distances;
  for (const { ordinal, zone } of communes) {
    if (zone === 'com') continue;
    if (criterion === 'distance') values[ordinal] = distances[ordinal] ?? Number.NaN;
    else if (column?.states[ordinal] === STATE_CODES.value)
      values[ordinal] = column.values[ordinal] ?? Number.NaN;
  }
  return values;
}

function readRanks(data: Snapshot, criterion: Criterion, filter: PlaceFilter): Promise<Float64Array> {
  const key = `${criterion}/${criterion === 'distance' ? JSON.stringify(filter) : ''}`;
  const make = async (): Promise<Float64Array> =>
    percentileRanks(await readCriterion(data, criterion, filter), CONCERNING[criterion]);
  return remember(data, 'ranks', key, make, 32);
}

/** The communes to look at first among some, by the rule of `domain/need/priority.ts`. */
export async function prioritiesOf(
  data: Snapshot,
  communes: readonly Territory[],
  filter: PlaceFilter = NO_FILTER,
): Promise<PriorityOrder> {
  const [standard, fibre, elders, distance] = await Promise.all([
    readRanks(data, 'standard', filter),
    readRanks(data, 'fibre', filter),
    readRanks(data, 'elders', filter),
    readRanks(data, 'distance', filter),
  ]);
  const all = data.territories.all('commune');
  const byCriterion: CriterionRanks = { standard, fibre, elders, distance };
  return prioritise(
    communes.map(({ ordinal }) => ordinal),
    byCriterion,
    (ordinal) => all[ordinal]?.population ?? null,
  );
}

/** The facts of some communes, with the reason where one is not known. */
export async function communeFacts(
  data: Snapshot,
  ordinals: readonly number[],
  filter: PlaceFilter,
): Promise<CommuneFacts[]> {
  const [standard, fibre, elders] = Object.values(CRITERION_INDICATORS).map((id) =>
    data.column(id, 'commune'),
  );
  const { distances } = reachOf(data, filter);
  return ordinals.map((ordinal) => {
    const [s, f, e] = [standard, fibre, elders].map((column) => (column ? cellAt(column, ordinal) : ABSENT));
    const metres = distances[ordinal] ?? Number.NaN;
    const valueOf = (cell: Cell | undefined): number | null => (cell && isKnown(cell) ? cell.value : null);
    return {
      values: {
        standard: valueOf(s),
        fibre: valueOf(f),
        elders: valueOf(e),
        distance: Number.isNaN(metres) ? null : metres,
      },
      states: {
        standard: s?.state ?? 'absent',
        fibre: f?.state ?? 'absent',
        elders: e?.state ?? 'absent',
        distance: Number.isNaN(metres) ? 'absent' : 'value',
      },
    };
  });
}
