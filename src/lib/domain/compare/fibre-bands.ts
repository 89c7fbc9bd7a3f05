import { FIBRE_2018_BANDS } from '../indicators/catalogue-connection.ts';

/** Rank of a band in `FIBRE_2018_BANDS`, from the lowest. */
export type BandRank = number;

export const BAND_LABELS: readonly string[] = FIBRE_2018_BANDS.map(({ label }) => label);

/** The band that the 2018 source gives by its lower bound; `null` when it is none of them. */
export function bandOfBound(bound: number): BandRank | null {
  const rank = FIBRE_2018_BANDS.findIndex(({ value }) => value === bound);
  return rank < 0 ? null : rank;
}

/** The band that a rate of 0 to 100 % falls in: a lower bound belongs to its band. */
export function bandOfRate(rate: number): BandRank {
  return Math.max(
    0,
    FIBRE_2018_BANDS.findLastIndex(({ value }) => rate >= value),
  );
}

/** The bands of one commune in 2018 and 2026, `null` where unknown, and its people today. */
export interface BandPair {
  before: BandRank | null;
  after: BandRank | null;
  people: number;
}

export interface BandCount {
  communes: number;
  people: number;
}

/** How the communes of a group moved from band to band. */
export interface BandShift {
  /** By band, 2018 and 2026; the last one of each counts the communes whose band is unknown. */
  before: BandCount[];
  after: BandCount[];
  /** Communes known at both dates, by the sign of their change of band, and the others. */
  moves: { up: BandCount; same: BandCount; down: BandCount; unknown: BandCount };
  people: number;
}

const nobody = (): BandCount => ({ communes: 0, people: 0 });

/** Counts the communes and people of a group by band then and now. */
export function shiftOf(communes: readonly BandPair[]): BandShift {
  const empty = (): BandCount[] => Array.from({ length: FIBRE_2018_BANDS.length + 1 }, nobody);
  const shift: BandShift = {
    before: empty(),
    after: empty(),
    moves: { up: nobody(), same: nobody(), down: nobody(), unknown: nobody() },
    people: 0,
  };
  const add = (count: BandCount | undefined, people: number): void => {
    if (!count) throw new RangeError('a band outside those of the source');
    count.communes++;
    count.people += people;
  };
  for (const { before, after, people } of communes) {
    shift.people += people;
    add(shift.before[before ?? FIBRE_2018_BANDS.length], people);
    add(shift.after[after ?? FIBRE_2018_BANDS.length], people);
    const move =
      before === null || after === null
        ? 'unknown'
        : after > before
          ? 'up'
          : after < before
            ? 'down'
            : 'same';
    add(shift.moves[move], people);
  }
  return shift;
}
