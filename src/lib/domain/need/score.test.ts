import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { STATE_CODES } from '../indicators/value.ts';
import { country, figuresOf, groupsOf, PLACING, recipeOf, subScoresOf, type Row } from './fixture.ts';
import { ingredientsOf, sharesOf, type FragileEnd, type Normalisation, type Recipe } from './recipe.ts';
import { groupOfMembers, groupsByClass, groupsByCode } from './reference.ts';
import { combineScores, prepareScores, scoreRecipe, type Scores } from './score.ts';
import { SubScores } from './sub-scores.ts';

const N = 4;
const EVERYBODY = { groups: null, estimates: true };

/** The rules of the methodology, one territory and one comparison at a time. */
function plainSubScore(
  value: number,
  peers: number[],
  normalisation: Normalisation,
  fragile: FragileEnd,
): number {
  const count = peers.length;
  const distinct = new Set(peers).size;
  if (distinct < 2) return normalisation === 'deciles' ? 5.5 : 5;
  const worse = peers.filter((peer) => (fragile === 'high' ? peer < value : peer > value)).length;
  const same = peers.filter((peer) => peer === value).length;
  const tenths = (5 * (2 * worse + same)) / count;
  if (normalisation === 'rank') return tenths;
  if (normalisation === 'deciles') return Math.ceil(tenths);
  const turn = (score: number): number => (fragile === 'high' ? score : 10 - score);
  const least = Math.min(...peers);
  const greatest = Math.max(...peers);
  if (normalisation === 'min-max') return turn((10 * (value - least)) / (greatest - least));
  const mean = peers.reduce((sum, peer) => sum + peer, 0) / count;
  const deviation = Math.sqrt(peers.reduce((sum, peer) => sum + (peer - mean) ** 2, 0) / count);
  const z = Math.min(3, Math.max(-3, (value - mean) / deviation));
  return turn(5 + (5 * z) / 3);
}

/** Score and known share by brute force; `null` when nothing is known. */
function plainScore(recipe: Recipe, rows: Row[], at: number): { score: number; known: number } | null {
  const shares = sharesOf(recipe);
  let k = 0;
  let total = 0;
  let weights = 0;
  let known = 0;
  for (const component of recipe.components) {
    let sum = 0;
    let weight = 0;
    for (const { indicator, weight: own, fragile } of component.ingredients) {
      const share = shares[k++] as number;
      const column = Number(indicator.slice(1));
      const value = rows[at]?.cells[column]?.value;
      const group = rows[at]?.group as number;
      if (value === undefined || group < 0 || share === 0) continue;
      const peers = rows
        .filter((row) => row.group === group)
        .flatMap((row) => (row.cells[column] ? [row.cells[column].value] : []));
      sum += own * plainSubScore(value, peers, recipe.normalisation, fragile);
      weight += own;
      known += share;
    }
    if (weight > 0) {
      total += component.weight * (sum / weight);
      weights += component.weight;
    }
  }
  return weights > 0 ? { score: total / weights, known } : null;
}

const score = (recipe: Recipe, rows: Row[]): Scores =>
  scoreRecipe(recipe, subScoresOf(rows), { groups: groupsOf(rows), estimates: true });

const single = (normalisation: Normalisation, fragile: FragileEnd = 'high', threshold = 0.6): Recipe => ({
  components: [{ name: '', weight: 1, ingredients: [{ indicator: 'i0', weight: 5, fragile }] }],
  normalisation,
  reference: 'france',
  threshold,
});

const rowsOf = (values: (number | null)[], group = 0): Row[] =>
  values.map((value) => ({ group, cells: [value === null ? null : { value, estimated: false }] }));

/** The same values, unknown ones included, but for the rounding of floats. */
function expectClose(values: Float64Array, expected: Float64Array): void {
  const known = [...values].map((value) => (Number.isNaN(value) ? null : value));
  expect(known.map((value) => value === null)).toEqual([...expected].map((value) => Number.isNaN(value)));
  known.forEach((value, i) => value !== null && expect(value).toBeCloseTo(expected[i] as number, 6));
}

const kinds = ({ problems }: Scores): string[] => problems.map(({ kind }) => kind);

describe('scoreRecipe', () => {
  it('equals the rules applied one territory and one group at a time', () => {
    fc.assert(
      fc.property(country(N), recipeOf(N), (rows, recipe) => {
        const { column } = score(recipe, rows);
        rows.forEach((row, i) => {
          const plain = plainScore(recipe, rows, i);
          const state = column.states[i];
          if (!plain || plain.known === 0) {
            expect(state).toBe(STATE_CODES.absent);
          } else if (plain.known < recipe.threshold - 1e-9) {
            expect(state).toBe(STATE_CODES.incomplete);
          } else {
            expect([STATE_CODES.value, STATE_CODES.estimated]).toContain(state);
            expect(column.values[i]).toBeCloseTo(plain.score, 6);
          }
          expect((column.covers[i] as number) / 10_000).toBeCloseTo(plain?.known ?? 0, 3);
        });
      }),
      { numRuns: 400 },
    );
  });

  it('stays in range, and never ranks the unknown', () => {
    fc.assert(
      fc.property(country(N), recipeOf(N), (rows, recipe) => {
        const { column, ranks, ranked } = score(recipe, rows);
        let count = 0;
        column.values.forEach((value, i) => {
          const known = column.states[i] === STATE_CODES.value || column.states[i] === STATE_CODES.estimated;
          expect(Number.isNaN(value)).toBe(!known);
          expect((ranks[i] as number) > 0).toBe(known);
          if (!known) return;
          count++;
          expect(value).toBeGreaterThanOrEqual(recipe.normalisation === 'deciles' ? 1 : 0);
          expect(value).toBeLessThanOrEqual(10);
        });
        expect(ranked).toBe(count);
      }),
      { numRuns: 300 },
    );
  });

  it('does not depend on the order of rows', () => {
    const shuffled = country(N).chain((rows) =>
      fc.tuple(
        fc.constant(rows),
        fc.shuffledSubarray(
          rows.map((_, i) => i),
          { minLength: rows.length },
        ),
      ),
    );
    fc.assert(
      fc.property(shuffled, recipeOf(N), ([rows, order], recipe) => {
        const before = score(recipe, rows);
        const after = score(
          recipe,
          order.map((i) => rows[i] as Row),
        );
        order.forEach((from, to) => {
          expect(after.column.values[to]).toBe(before.column.values[from]);
          expect(after.ranks[to]).toBe(before.ranks[from]);
          expect(after.lacking[to]).toBe(before.lacking[from]);
        });
      }),
      { numRuns: 300 },
    );
  });

  const rescaled = (rows: Row[], change: (value: number) => number): Row[] =>
    rows.map((row) => ({
      ...row,
      cells: row.cells.map((cell) => cell && { ...cell, value: change(cell.value) }),
    }));

  it('does not change under any increasing rescaling of a figure, for ranks and deciles', () => {
    fc.assert(
      fc.property(country(N), recipeOf(N, fc.constantFrom('rank', 'deciles')), (rows, recipe) => {
        const curved = rescaled(rows, (value) => Math.sign(value) * Math.sqrt(Math.abs(value)) * 7 + 3);
        expect(score(recipe, curved).column.values).toEqual(score(recipe, rows).column.values);
        expect(score(recipe, curved).ranks).toEqual(score(recipe, rows).ranks);
      }),
      { numRuns: 200 },
    );
  });

  it('does not change under a change of unit, for distances', () => {
    fc.assert(
      fc.property(country(N), recipeOf(N, fc.constantFrom('min-max', 'z-score')), (rows, recipe) => {
        const before = score(recipe, rows).column.values;
        const changed = rescaled(rows, (value) => 1.8 * value + 32);
        expectClose(score(recipe, changed).column.values, before);
      }),
      { numRuns: 200 },
    );
  });

  it('does not change when all weights are multiplied by the same number', () => {
    fc.assert(
      fc.property(
        country(N),
        recipeOf(N),
        fc.double({ min: 0.01, max: 50, noNaN: true }),
        (rows, recipe, by) => {
          const components = recipe.components.map((component) => ({
            ...component,
            weight: component.weight * by,
            ingredients: component.ingredients.map((part) => ({ ...part, weight: part.weight * by })),
          }));
          const before = score(recipe, rows);
          const after = score({ ...recipe, components }, rows);
          expect(after.column.states).toEqual(before.column.states);
          expectClose(after.column.values, before.column.values);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('gives after a moved weight what scoring from scratch gives', () => {
    fc.assert(
      fc.property(
        country(N),
        recipeOf(N),
        fc.nat(N - 1),
        fc.integer({ min: 0, max: 10 }),
        (rows, recipe, k, to) => {
          const prepared = prepareScores(recipe, subScoresOf(rows), {
            groups: groupsOf(rows),
            estimates: true,
          });
          combineScores(recipe, prepared);
          const moved = {
            ...recipe,
            components: recipe.components.map((component) => ({
              ...component,
              ingredients: component.ingredients.map((part) =>
                part.indicator === `i${k}` ? { ...part, weight: to } : part,
              ),
            })),
          };
          expect(combineScores(moved, prepared)).toEqual(score(moved, rows));
        },
      ),
      { numRuns: 200 },
    );
  });

  it('scores groups as if each were alone', () => {
    fc.assert(
      fc.property(country(N), recipeOf(N), (rows, recipe) => {
        const together = score(recipe, rows);
        for (const group of new Set(groupsOf(rows))) {
          if (group < 0) continue;
          const members = rows.flatMap((row, i) => (row.group === group ? [i] : []));
          const apart = scoreRecipe(recipe, subScoresOf(rows), {
            groups: groupOfMembers(rows.length, members),
            estimates: true,
          });
          for (const i of members) expect(apart.column.values[i]).toBe(together.column.values[i]);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('ranks as a plain sort of the scores does, ties sharing the best rank', () => {
    fc.assert(
      fc.property(
        country(N),
        recipeOf(N, fc.constantFrom<Normalisation>(...PLACING, 'published', 'people')),
        (rows, recipe) => {
          const { column, ranks } = score(recipe, rows);
          column.values.forEach((value, i) => {
            if (Number.isNaN(value)) return;
            expect(ranks[i]).toBe(1 + column.values.filter((other) => other > value).length);
          });
        },
      ),
      { numRuns: 300 },
    );
  });

  it('says what each territory lacks, and nothing of who is outside', () => {
    fc.assert(
      fc.property(country(N), recipeOf(N), (rows, recipe) => {
        const { lacking } = score(recipe, rows);
        const shares = sharesOf(recipe);
        rows.forEach((row, i) =>
          ingredientsOf(recipe).forEach(({ indicator }, k) => {
            const unknown = row.cells[Number(indicator.slice(1))] === null;
            const expected = row.group >= 0 && (shares[k] as number) > 0 && unknown;
            expect(((lacking[i] as number) & (1 << k)) !== 0).toBe(expected);
          }),
        );
      }),
    );
  });

  it('marks a score as estimated when an estimate counts in it, and drops estimates on request', () => {
    fc.assert(
      fc.property(country(N), recipeOf(N), (rows, recipe) => {
        const shares = sharesOf(recipe);
        const { column } = score(recipe, rows);
        rows.forEach((row, i) => {
          if (Number.isNaN(column.values[i])) return;
          const estimated = ingredientsOf(recipe).some(
            ({ indicator }, k) =>
              (shares[k] as number) > 0 && row.cells[Number(indicator.slice(1))]?.estimated === true,
          );
          expect(column.states[i]).toBe(estimated ? STATE_CODES.estimated : STATE_CODES.value);
        });
        const without = scoreRecipe(recipe, subScoresOf(rows), { groups: groupsOf(rows), estimates: false });
        const masked = score(
          recipe,
          rows.map((row) => ({ ...row, cells: row.cells.map((cell) => (cell?.estimated ? null : cell)) })),
        );
        expect(without).toEqual(masked);
      }),
      { numRuns: 200 },
    );
  });

  it('adds people up, in the unit of the heaviest part, and only when every part is known', () => {
    const recipe: Recipe = {
      components: [
        {
          name: '',
          weight: 1,
          ingredients: [
            { indicator: 'i0', weight: 2, fragile: 'high' },
            { indicator: 'i1', weight: 1, fragile: 'high' },
            { indicator: 'i2', weight: 0, fragile: 'high' },
          ],
        },
      ],
      normalisation: 'people',
      reference: 'france',
      threshold: 0.1,
    };
    const cells = (...values: (number | null)[]): Row => ({
      group: 0,
      cells: values.map((value) => (value === null ? null : { value, estimated: false })),
    });
    const { column, ranks } = scoreRecipe(
      recipe,
      subScoresOf([cells(100, 50, null), cells(10, null, 3), cells(null, null, 9), cells(0, 0, 1)]),
      EVERYBODY,
    );
    expect([...column.values]).toEqual([125, Number.NaN, Number.NaN, 0]);
    expect([...column.states]).toEqual([
      STATE_CODES.value,
      STATE_CODES.incomplete,
      STATE_CODES.absent,
      STATE_CODES.value,
    ]);
    expect([...ranks]).toEqual([1, 0, 0, 2]);
  });

  it('takes published scores as they are', () => {
    const { column } = scoreRecipe(
      single('published', 'low'),
      subScoresOf(rowsOf([7.25, 12, -3])),
      EVERYBODY,
    );
    expect([...column.values]).toEqual([7.25, 12, -3]);
  });

  it('places with mid-ranks: equal figures share the middle, 10 is the fragile end', () => {
    const of = (normalisation: Normalisation, fragile: FragileEnd): number[] => [
      ...scoreRecipe(single(normalisation, fragile), subScoresOf(rowsOf([1, 2, 2, 5, null])), EVERYBODY)
        .column.values,
    ];
    expect(of('rank', 'high')).toEqual([1.25, 5, 5, 8.75, Number.NaN]);
    expect(of('rank', 'low')).toEqual([8.75, 5, 5, 1.25, Number.NaN]);
    expect(of('deciles', 'high')).toEqual([2, 5, 5, 9, Number.NaN]);
    expect(of('min-max', 'low')).toEqual([10, 7.5, 7.5, 0, Number.NaN]);
  });
});

describe('the problems of an index', () => {
  const none: Recipe = { ...single('rank'), components: [{ name: '', weight: 0, ingredients: [] }] };

  it('says that no weight is above zero', () => {
    const zero = { ...single('rank'), components: [{ ...single('rank').components[0]!, weight: 0 }] };
    for (const recipe of [none, zero]) {
      const scores = scoreRecipe(recipe, subScoresOf(rowsOf([1, 2])), EVERYBODY);
      expect(kinds(scores)).toEqual(['no-weight']);
      expect([...scores.column.states]).toEqual([STATE_CODES.absent, STATE_CODES.absent]);
      expect(scores.ranked).toBe(0);
    }
  });

  it('says that the perimeter is empty', () => {
    const scores = scoreRecipe(single('rank'), subScoresOf(rowsOf([1, 2])), {
      groups: groupOfMembers(2, []),
      estimates: true,
    });
    expect(kinds(scores)).toEqual(['no-territory']);
    expect(scores.ranked).toBe(0);
    expect(kinds(scoreRecipe(single('rank'), subScoresOf([]), EVERYBODY))).toEqual(['no-territory']);
  });

  it('says that a territory is compared with nobody, and gives it the middle', () => {
    for (const normalisation of PLACING) {
      const scores = scoreRecipe(single(normalisation), subScoresOf(rowsOf([1, 2])), {
        groups: groupOfMembers(2, [1, 7]),
        estimates: true,
      });
      expect(kinds(scores)).toEqual(['one-territory']);
      expect(scores.column.values[1]).toBe(normalisation === 'deciles' ? 5.5 : 5);
      expect([...scores.ranks]).toEqual([0, 1]);
    }
    const alone = scoreRecipe(single('rank'), subScoresOf(rowsOf([1, 2, 3])), {
      groups: Int32Array.of(0, 1, 1),
      estimates: true,
    });
    expect(alone.problems).toEqual([{ kind: 'alone', territories: 1 }]);
  });

  it('says that an indicator is the same for everybody', () => {
    const scores = scoreRecipe(single('z-score'), subScoresOf(rowsOf([4, 4, 4])), EVERYBODY);
    expect(scores.problems).toEqual([{ kind: 'constant', indicator: 'i0', groups: 1, of: 1 }]);
    expect([...scores.column.values]).toEqual([5, 5, 5]);
    expect([...scores.ranks]).toEqual([1, 1, 1]);
  });

  it('says that nobody has a figure, and that nobody has enough of them', () => {
    const scores = scoreRecipe(single('rank'), subScoresOf(rowsOf([null, null])), EVERYBODY);
    expect(scores.problems).toEqual([{ kind: 'no-value', indicator: 'i0' }]);
    const empty = new SubScores(2, () => null);
    expect(kinds(scoreRecipe(single('rank'), empty, EVERYBODY))).toEqual(['no-value']);
    const half = {
      ...single('rank'),
      components: [
        {
          name: '',
          weight: 1,
          ingredients: ['i0', 'i1'].map((indicator) => ({ indicator, weight: 1, fragile: 'high' as const })),
        },
      ],
    };
    const lacking = scoreRecipe(half, subScoresOf(rowsOf([1, 2])), EVERYBODY);
    expect(kinds(lacking)).toEqual(['no-value', 'no-score']);
    expect([...lacking.column.covers]).toEqual([5_000, 5_000]);
  });
});

describe('reference sets', () => {
  it('number codes and classes, leaving out who has none', () => {
    expect([...groupsByCode(['93', null, '75', '93'])]).toEqual([0, -1, 1, 0]);
    expect([...groupsByClass(Float64Array.of(7, Number.NaN, 1, 7))]).toEqual([0, -1, 1, 0]);
  });

  it('keep what was sorted for a set until the figures change', () => {
    const rows = rowsOf([1, 2, 3]);
    let figures = figuresOf(rows, 0);
    const subScores = new SubScores(3, () => figures);
    const before = scoreRecipe(single('rank'), subScores, EVERYBODY);
    figures = figuresOf(rowsOf([3, 2, 1]), 0);
    expect(scoreRecipe(single('rank'), subScores, EVERYBODY)).toEqual(before);
    subScores.forget('i0');
    expect([...scoreRecipe(single('rank'), subScores, EVERYBODY).ranks]).toEqual([1, 2, 3]);
  });
});
