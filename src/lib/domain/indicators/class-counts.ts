import { cellAt, type Column } from './column.ts';
import type { Indicator } from './indicator.ts';
import { isKnown } from './value.ts';

/** Communes and people of one class. */
export interface ClassTally {
  value: number;
  communes: number;
  people: number;
}

export interface ClassCounts {
  classes: ClassTally[];
  /** Communes whose class is not known. */
  unknown: { communes: number; people: number };
}

/** How many communes, and people, are in each class of a band or category. */
export function countClasses(
  column: Column,
  { classes = [] }: Pick<Indicator, 'classes'>,
  communes: readonly { ordinal: number; population: number | null }[],
): ClassCounts {
  const tallies = classes.map(({ value }): ClassTally => ({ value, communes: 0, people: 0 }));
  const byValue = new Map(tallies.map((tally) => [tally.value, tally]));
  const unknown = { communes: 0, people: 0 };
  for (const { ordinal, population } of communes) {
    const cell = cellAt(column, ordinal);
    const tally = (isKnown(cell) && byValue.get(cell.value)) || unknown;
    tally.communes++;
    tally.people += population ?? 0;
  }
  return { classes: tallies, unknown };
}
