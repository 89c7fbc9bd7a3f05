import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { STATE_CODES } from '../indicators/value.ts';
import { distribute, type Figures } from './distribution.ts';
import { country, figuresOf, groupsOf, PLACING, recipeOf, subScoresOf, type Row } from './fixture.ts';
import type { FragileEnd, Normalisation, Recipe } from './recipe.ts';
import { RobustnessRun, type Robustness, type RobustnessOptions } from './robustness.ts';
import { summariseRanks } from './rank-summary.ts';
import { groupScale, scoreOnScale } from './scale.ts';
import { subScoreOf } from './sub-score.ts';
import { scoreRecipe } from './score.ts';
import { SubScores } from './sub-scores.ts';

const EVERYBODY = { groups: null, estimates: true };

function draw(
  recipe: Recipe,
  subScores: SubScores,
  options: Partial<RobustnessOptions> & { top?: number; chunk?: number; groups?: Int32Array } = {},
): Robustness {
  const setting = { groups: options.groups ?? null, estimates: true };
  const run = new RobustnessRun(recipe, subScores, setting, { among: null, draws: 60, seed: 5, ...options });
  while (!run.finished) run.run(options.chunk ?? 60);
  return run.result(options.top ?? 3);
}

const indexOf = (normalisation: Normalisation, ...indicators: string[]): Recipe => ({
  components: [
    {
      name: '',
      weight: 1,
      ingredients: indicators.map((indicator) => ({ indicator, weight: 5, fragile: 'high' })),
    },
  ],
  normalisation,
  reference: 'france',
  threshold: 0.6,
});

/** `i0` and `i1` of 12 territories; the first `uncertain` values of `i0` are estimated, ± `half`. */
function twelve(uncertain: number, half: number): SubScores {
  const at = (i: number): number => 5 + ((i * 7) % 12);
  const estimated: Figures = {
    values: Float64Array.from({ length: 12 }, (_, i) => at(i)),
    states: Uint8Array.from({ length: 12 }, (_, i) =>
      i < uncertain ? STATE_CODES.estimated : STATE_CODES.value,
    ),
    interval: {
      low: Float64Array.from({ length: 12 }, (_, i) => at(i) - half),
      high: Float64Array.from({ length: 12 }, (_, i) => at(i) + half),
    },
  };
  const certain: Figures = {
    values: Float64Array.from({ length: 12 }, (_, i) => (i * 5) % 12),
    states: new Uint8Array(12),
  };
  return new SubScores(12, (indicator) => (indicator === 'i0' ? estimated : certain));
}

describe('RobustnessRun', () => {
  it('ranks who has a score, between 1 and their number, the median inside the interval', () => {
    fc.assert(
      fc.property(country(3), recipeOf(3), (rows, recipe) => {
        const groups = groupsOf(rows);
        const result = draw(recipe, subScoresOf(rows), { groups, draws: 20 });
        const scores = scoreRecipe(recipe, subScoresOf(rows), { groups, estimates: true });
        const count = result.members.length;
        expect(count).toBe(scores.ranked);
        expect([...result.ranks]).toEqual([...result.members].map((at) => scores.ranks[at]));
        result.members.forEach((_, i) => {
          const [low, median, high] = [result.low[i], result.median[i], result.high[i]] as number[];
          expect(low).toBeGreaterThanOrEqual(1);
          expect(median).toBeGreaterThanOrEqual(low as number);
          expect(high).toBeGreaterThanOrEqual(median as number);
          expect(high).toBeLessThanOrEqual(count);
        });
      }),
      { numRuns: 150 },
    );
  });

  it('gives the same for a seed, however many draws are run at a time, and another for another', () => {
    const recipe = indexOf('rank', 'i0', 'i1');
    const once = draw(recipe, twelve(6, 4));
    expect(draw(recipe, twelve(6, 4))).toEqual(once);
    expect(draw(recipe, twelve(6, 4), { chunk: 7 })).toEqual(once);
    expect(draw(recipe, twelve(6, 4), { seed: 6 })).not.toEqual(once);
  });

  it('does not depend on the order of members', () => {
    const recipe = indexOf('z-score', 'i0', 'i1');
    const members = [3, 9, 0, 4, 11, 7];
    const order = [...members].reverse();
    const one = draw(recipe, twelve(8, 5), { among: members });
    const other = draw(recipe, twelve(8, 5), { among: order });
    members.forEach((ordinal, i) => {
      const at = [...other.members].indexOf(ordinal);
      expect([other.low[at], other.median[at], other.high[at], other.inTop[at]]).toEqual([
        one.low[i],
        one.median[i],
        one.high[i],
        one.inTop[i],
      ]);
    });
  });

  it('shares the first N places among N territories when none are tied', () => {
    const { inTop } = draw(indexOf('min-max', 'i0', 'i1'), twelve(12, 3), { top: 4, draws: 300 });
    // Clipped or equal scores tie now and then, and then more than N are among the first.
    expect(inTop.reduce((sum, share) => sum + share, 0)).toBeCloseTo(4, 1);
  });

  it('finds a rank certain when no choice can change it', () => {
    const rows: Row[] = [1, 2, 3, 4].map((value) => ({
      group: 0,
      cells: [value, value * 2].map((each) => ({ value: each, estimated: true })),
    }));
    for (const normalisation of PLACING) {
      const result = draw(indexOf(normalisation, 'i0', 'i1'), subScoresOf(rows), { top: 2 });
      expect([...result.low]).toEqual([4, 3, 2, 1]);
      expect([...result.high]).toEqual([4, 3, 2, 1]);
      expect([...result.inTop]).toEqual([0, 0, 1, 1]);
    }
  });

  it('widens with the interval of an estimate', () => {
    const width = (half: number): number => {
      const { low, high } = draw(indexOf('people', 'i0'), twelve(12, half), { draws: 400 });
      return high.reduce((sum, rank, i) => sum + rank - (low[i] as number), 0);
    };
    expect(width(0)).toBe(0);
    expect(width(1)).toBeGreaterThan(0);
    expect(width(4)).toBeGreaterThan(width(1));
  });

  it('draws neither weights nor normalisation of headcounts, and only weights of published scores', () => {
    expect(draw(indexOf('people', 'i0', 'i1'), twelve(0, 4)).low).toEqual(
      draw(indexOf('people', 'i0', 'i1'), twelve(0, 4)).high,
    );
    const published = draw(indexOf('published', 'i0', 'i1'), twelve(0, 4));
    expect(published.low).not.toEqual(published.high);
    const alone = draw(indexOf('published', 'i0'), twelve(0, 4));
    expect(alone.low).toEqual(alone.high);
  });

  it('has nobody to rank without weights or members', () => {
    expect(draw(indexOf('rank'), twelve(0, 0)).members).toHaveLength(0);
    expect(draw(indexOf('rank', 'i0'), twelve(0, 0), { among: [] }).median).toHaveLength(0);
    expect([...draw(indexOf('rank', 'i0'), twelve(0, 0), { among: [4, 99] }).median]).toEqual([1]);
  });
});

describe('scoreOnScale', () => {
  it('gives members the score they have', () => {
    fc.assert(
      fc.property(
        country(1),
        fc.constantFrom<Normalisation>(...PLACING, 'published'),
        fc.constantFrom<FragileEnd>('high', 'low'),
        (rows, normalisation, fragile) => {
          const groups = groupsOf(rows);
          const distribution = distribute(figuresOf(rows, 0), rows.length, groups, true);
          const { scores } = subScoreOf(distribution, normalisation, fragile);
          distribution.order.forEach((at) => {
            const scale = groupScale(distribution, groups[at] as number);
            const value = distribution.values[at] as number;
            expect(scoreOnScale(value, distribution.sorted, scale, normalisation, fragile)).toBe(scores[at]);
          });
        },
      ),
      { numRuns: 300 },
    );
  });

  it('holds a figure beyond the ends to the ends', () => {
    const rows: Row[] = [1, 2, 4].map((value) => ({ group: 0, cells: [{ value, estimated: false }] }));
    const distribution = distribute(figuresOf(rows, 0), 3, EVERYBODY.groups, true);
    const scale = groupScale(distribution, 0);
    const of = (value: number, normalisation: Normalisation): number =>
      scoreOnScale(value, distribution.sorted, scale, normalisation, 'high');
    expect(of(-50, 'rank')).toBe(0);
    expect(of(50, 'rank')).toBe(10);
    expect(of(-50, 'deciles')).toBe(1);
    expect(of(50, 'deciles')).toBe(10);
    expect(of(-50, 'min-max')).toBe(0);
    expect(of(50, 'z-score')).toBe(10);
  });
});

describe('summariseRanks', () => {
  it('takes the rank reached by that share of the draws, as a sort does', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 70 }),
        fc.integer({ min: 1, max: 40 }),
        fc.infiniteStream(fc.nat()),
        (width, height, stream) => {
          const rows = Uint16Array.from({ length: width * height }, () => 1 + (stream.next().value % width));
          const summary = summariseRanks({ rows, width, height }, 10);
          for (let i = 0; i < width; i++) {
            const sorted = Array.from({ length: height }, (_, k) => rows[k * width + i] as number).sort(
              (a, b) => a - b,
            );
            expect(summary.median[i]).toBe(sorted[Math.ceil(height * 0.5) - 1]);
            expect(summary.low[i]).toBe(sorted[Math.max(0, Math.ceil(height * 0.05) - 1)]);
            expect(summary.high[i]).toBe(sorted[Math.ceil(height * 0.95) - 1]);
            expect(summary.inTop[i]).toBe(sorted.filter((rank) => rank <= 10).length / height);
          }
        },
      ),
    );
  });
});
