import fc from 'fast-check';
import { STATE_CODES } from '../indicators/value.ts';
import type { Figures } from './distribution.ts';
import { NORMALISATIONS, type Component, type FragileEnd, type Recipe } from './recipe.ts';
import { isPlacing, type PlacingNormalisation } from './scale.ts';
import { SubScores } from './sub-scores.ts';

/** A small country for the tests of indices: `null` is a secret, `estimated` marks an estimate. */
export interface Row {
  group: number;
  cells: readonly ({ value: number; estimated: boolean } | null)[];
}

export const PLACING = NORMALISATIONS.filter(isPlacing) satisfies readonly PlacingNormalisation[];

/** Whole values often repeat: ties and constants are common. */
const cell = fc.option(
  fc.record({
    value: fc.oneof(
      fc.integer({ min: 0, max: 6 }),
      fc.integer({ min: -5_000, max: 40_000 }).map((value) => value / 10),
    ),
    estimated: fc.boolean(),
  }),
  { freq: 4 },
);

/** `count` indicators `i0`, `i1` … of up to 40 territories in groups −1 (outside) to 3. */
export const country = (count: number): fc.Arbitrary<Row[]> =>
  fc.array(
    fc.record({
      group: fc.integer({ min: -1, max: 3 }),
      cells: fc.array(cell, { minLength: count, maxLength: count }),
    }),
    { maxLength: 40 },
  );

const weight = fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 10 }));

/** An index of the indicators `i0` … in one to three components. */
export const recipeOf = (
  count: number,
  normalisation: fc.Arbitrary<Recipe['normalisation']> = fc.constantFrom(...PLACING),
): fc.Arbitrary<Recipe> =>
  fc.record({
    components: fc
      .tuple(
        fc.array(fc.record({ weight, fragile: fc.constantFrom<FragileEnd>('high', 'low') }), {
          minLength: count,
          maxLength: count,
        }),
        fc.array(fc.integer({ min: 0, max: 2 }), { minLength: count, maxLength: count }),
        fc.array(weight, { minLength: 3, maxLength: 3 }),
      )
      .map(([parts, of, weights]) =>
        weights
          .map((own, at): Component => ({
            name: String(at),
            weight: own,
            ingredients: parts.flatMap((part, k) => (of[k] === at ? [{ indicator: `i${k}`, ...part }] : [])),
          }))
          .filter(({ ingredients }) => ingredients.length > 0),
      ),
    normalisation,
    reference: fc.constant('region' as const),
    threshold: fc.constantFrom(0, 0.3, 0.6, 1),
  });

export function figuresOf(rows: readonly Row[], k: number): Figures {
  return {
    values: Float64Array.from(rows, ({ cells }) => cells[k]?.value ?? Number.NaN),
    states: Uint8Array.from(rows, ({ cells }) => {
      const found = cells[k];
      return !found ? STATE_CODES.secret : found.estimated ? STATE_CODES.estimated : STATE_CODES.value;
    }),
  };
}

export const groupsOf = (rows: readonly Row[]): Int32Array => Int32Array.from(rows, ({ group }) => group);

export function subScoresOf(rows: readonly Row[]): SubScores {
  const columns = new Map<string, Figures>(
    Array.from({ length: rows[0]?.cells.length ?? 0 }, (_, k) => [`i${k}`, figuresOf(rows, k)] as const),
  );
  return new SubScores(rows.length, (indicator) => columns.get(indicator) ?? null);
}
