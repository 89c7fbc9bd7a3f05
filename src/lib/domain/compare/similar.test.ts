import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FACTORS, similarTo, type Factor, type Field } from './similar.ts';

const score = fc.option(fc.double({ min: -4, max: 4, noNaN: true }), { nil: Number.NaN, freq: 6 });
const row = fc.record({
  population: fc.oneof(fc.integer({ min: 0, max: 5_000 }), fc.constant(Number.NaN)),
  class: fc.oneof(fc.integer({ min: 1, max: 3 }), fc.constant(Number.NaN)),
  scores: fc.tuple(score, score, score),
});
const factors = fc.constantFrom<Factor>(...FACTORS);
const rows = fc.array(row, { minLength: 1, maxLength: 25 });

type Row = typeof row extends fc.Arbitrary<infer R> ? R : never;

const fieldOf = (held: readonly Row[], classed: boolean): Field => ({
  populations: Float64Array.from(held, ({ population }) => population),
  classes: classed ? Float64Array.from(held, (one) => one.class) : null,
  traits: [0, 1, 2].map((at) => ({
    id: `trait-${at}`,
    scores: Float64Array.from(held, ({ scores }) => scores[at] as number),
  })),
});

/** The rule again, one pair at a time and without its shortcuts. */
function slowly(held: readonly Row[], subject: number, factor: Factor, classed: boolean) {
  const own = held[subject] as Row;
  const used = [0, 1, 2].filter((at) => !Number.isNaN(own.scores[at]));
  if (used.length === 0) return [];
  return held
    .flatMap((other, ordinal) => {
      if (ordinal === subject) return [];
      if (factor !== null && own.population > 0) {
        const ratio = Math.max(own.population, other.population) / Math.min(own.population, other.population);
        if (!(ratio <= factor)) return [];
      }
      if (classed && !Number.isNaN(own.class) && other.class !== own.class) return [];
      const squares = used.map((at) => ((other.scores[at] as number) - (own.scores[at] as number)) ** 2);
      if (squares.some(Number.isNaN)) return [];
      return [{ ordinal, distance: Math.sqrt(squares.reduce((a, b) => a + b, 0) / used.length) }];
    })
    .sort((a, b) => a.distance - b.distance || a.ordinal - b.ordinal);
}

describe('similarTo', () => {
  it('finds what trying every pair finds', () => {
    fc.assert(
      fc.property(rows, fc.nat(), factors, fc.boolean(), (held, pick, factor, classed) => {
        const subject = pick % held.length;
        const { nearest } = similarTo(subject, fieldOf(held, classed), factor, 100);
        const expected = slowly(held, subject, factor, classed);
        expect(nearest.map(({ ordinal }) => ordinal)).toEqual(expected.map(({ ordinal }) => ordinal));
        nearest.forEach(({ distance }, at) => expect(distance).toBeCloseTo(expected[at]?.distance ?? -1, 12));
      }),
      { numRuns: 3_000 },
    );
  });

  it('is never itself, counts everyone once, and keeps to its limit', () => {
    fc.assert(
      fc.property(rows, fc.nat(), factors, fc.nat({ max: 5 }), (held, pick, factor, limit) => {
        const subject = pick % held.length;
        const result = similarTo(subject, fieldOf(held, true), factor, limit);
        expect(result.nearest.map(({ ordinal }) => ordinal)).not.toContain(subject);
        expect(result.nearest).toHaveLength(Math.min(limit, result.candidates - result.incomplete));
        expect([...result.used, ...result.unknown].sort()).toEqual(['trait-0', 'trait-1', 'trait-2']);
        expect(result.candidates).toBeLessThan(held.length);
      }),
      { numRuns: 2_000 },
    );
  });

  it('is as far one way as the other where both know the same traits', () => {
    fc.assert(
      fc.property(rows, factors, fc.boolean(), (held, factor, classed) => {
        const field = fieldOf(held, classed);
        const complete = [...held.keys()].filter((at) => {
          const one = held[at] as Row;
          return (
            one.scores.every((own) => !Number.isNaN(own)) && one.population > 0 && !Number.isNaN(one.class)
          );
        });
        for (const one of complete) {
          for (const { ordinal, distance, gaps } of similarTo(one, field, factor, 100).nearest) {
            if (!complete.includes(ordinal)) continue;
            const back = similarTo(ordinal, field, factor, 100).nearest.find(
              (found) => found.ordinal === one,
            );
            expect(back?.distance).toBe(distance);
            expect(back?.gaps).toEqual(gaps.map((gap) => 0 - gap));
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  it('asks for less as its conditions are lifted: never fewer candidates', () => {
    fc.assert(
      fc.property(rows, fc.nat(), (held, pick) => {
        const subject = pick % held.length;
        const counts = FACTORS.map((factor) => similarTo(subject, fieldOf(held, true), factor, 9).candidates);
        expect(counts).toEqual([...counts].sort((a, b) => a - b));
        const strict = similarTo(subject, fieldOf(held, true), 2, 9).candidates;
        expect(similarTo(subject, fieldOf(held, false), 2, 9).candidates).toBeGreaterThanOrEqual(strict);
      }),
      { numRuns: 500 },
    );
  });

  it('says what it left out', () => {
    const field = fieldOf(
      [
        { population: 0, class: Number.NaN, scores: [1, Number.NaN, 0] },
        { population: 10, class: 2, scores: [1, 1, Number.NaN] },
        { population: 20, class: 2, scores: [0, 1, 0] },
      ],
      true,
    );
    expect(similarTo(0, field, 2, 5)).toMatchObject({
      used: ['trait-0', 'trait-2'],
      unknown: ['trait-1'],
      withoutPopulation: true,
      withoutClass: true,
      candidates: 2,
      incomplete: 1,
      nearest: [{ ordinal: 2, gaps: [-1, 0] }],
    });
  });

  it('finds nobody without a trait to compare', () => {
    const nothing = [Number.NaN, Number.NaN, Number.NaN] as [number, number, number];
    const held = [
      { population: 5, class: 1, scores: nothing },
      { population: 5, class: 1, scores: nothing },
    ];
    expect(similarTo(0, fieldOf(held, true), 2, 5)).toMatchObject({ used: [], nearest: [], candidates: 0 });
  });
});
