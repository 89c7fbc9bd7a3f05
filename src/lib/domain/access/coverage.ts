/** Distances from which a place counts as far, metres, as the diagnosis shows them. */
export const THRESHOLDS = [5_000, 10_000, 20_000] as const;

/** The people of one commune, all at its centre. */
export interface Settlement {
  /** Great-circle metres from the centre to the nearest matching place; `Infinity` when there is none, NaN without a centre. */
  distance: number;
  /** `null` when the source does not know. */
  people: number | null;
  elders: number | null;
  /** Class of standard of living, from 0; `null` when it is unknown. */
  group: number | null;
}

/** People counted along the three questions of the diagnosis. */
export interface Headcount {
  communes: number;
  people: number;
  elders: number;
  /** People by class of standard of living of their commune. */
  byGroup: number[];
  /** People of communes whose standard of living is unknown: in no class, counted here. */
  groupUnknown: number;
}

export interface Coverage {
  /** Everyone whose commune has a centre. */
  all: Headcount;
  /** Those beyond each threshold, in the order given. */
  beyond: { metres: number; count: Headcount }[];
  /** Communes without a centre: no distance, in no count above. */
  unplaced: { communes: number; people: number };
  /** Communes (with people) whose number of elders is unknown. */
  eldersUnknown: { communes: number; people: number };
}

const emptyHeadcount = (groups: number): Headcount => ({
  communes: 0,
  people: 0,
  elders: 0,
  byGroup: new Array<number>(groups).fill(0),
  groupUnknown: 0,
});

function add(count: Headcount, { people, elders, group }: Settlement): void {
  count.communes++;
  count.people += people ?? 0;
  count.elders += elders ?? 0;
  if (group === null) count.groupUnknown += people ?? 0;
  else count.byGroup[group] = (count.byGroup[group] ?? 0) + (people ?? 0);
}

/**
 * How many people live in communes whose centre is strictly further than each threshold from the
 * nearest matching place. Unknown distances, elders and classes are counted apart, never as zero or
 * as near.
 */
export function measureCoverage(
  settlements: Iterable<Settlement>,
  groups: number,
  thresholds: readonly number[] = THRESHOLDS,
): Coverage {
  const coverage: Coverage = {
    all: emptyHeadcount(groups),
    beyond: thresholds.map((metres) => ({ metres, count: emptyHeadcount(groups) })),
    unplaced: { communes: 0, people: 0 },
    eldersUnknown: { communes: 0, people: 0 },
  };
  for (const settlement of settlements) {
    const people = settlement.people ?? 0;
    if (Number.isNaN(settlement.distance)) {
      coverage.unplaced.communes++;
      coverage.unplaced.people += people;
      continue;
    }
    add(coverage.all, settlement);
    if (settlement.elders === null && people > 0) {
      coverage.eldersUnknown.communes++;
      coverage.eldersUnknown.people += people;
    }
    for (const { metres, count } of coverage.beyond) if (settlement.distance > metres) add(count, settlement);
  }
  return coverage;
}
