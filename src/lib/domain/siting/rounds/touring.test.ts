import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mostByTrying } from './brute-force.ts';
import { coveredBy, respectsDays, type RoundsInstance } from './instance.ts';
import { randomRounds } from './random-rounds.ts';
import { touring, type RoundsAnswer } from './touring.ts';

/** The answer after some turns, or the proven one. */
function settle(instance: RoundsInstance, turns = 40): RoundsAnswer {
  const answers = touring(instance, { seed: 1 });
  let last = answers.next();
  for (let turn = 0; turn < turns && !last.done; turn++) last = answers.next();
  return last.value;
}

describe('touring', () => {
  it('holds in the days, reaches what brute force reaches, and never more than its bound', () => {
    fc.assert(
      fc.property(randomRounds, (instance) => {
        const most = mostByTrying(instance);
        const answer = settle(instance);
        expect(respectsDays(instance, answer.tours)).toBe(true);
        expect(answer.covered).toBeCloseTo(coveredBy(instance, answer.tours.flat()), 6);
        expect(answer.covered).toBe(most);
        expect(answer.atMost).toBeGreaterThanOrEqual(most - 1e-6);
        if (answer.proven) expect(answer.gap).toBe(0);
      }),
      { numRuns: 150 },
    );
  });

  it('reaches as many or more when a constraint goes', () => {
    fc.assert(
      fc.property(
        randomRounds,
        fc.constantFrom<Partial<RoundsInstance>>(
          { stopsADay: 3 },
          { minutesADay: 2_000 },
          { metresADay: 1e6 },
          { allowed: new Uint8Array(5).fill(0x7f) },
          { minutesAStop: 0 },
        ),
        (instance, freed) => {
          expect(settle({ ...instance, ...freed }).covered).toBeGreaterThanOrEqual(settle(instance).covered);
        },
      ),
      { numRuns: 100 },
    );
  });

  it('gets no worse turn after turn, tells the same twice, and goes on from rounds that hold', () => {
    fc.assert(
      fc.property(randomRounds, (instance) => {
        const run = (): RoundsAnswer[] => {
          const answers = touring(instance, { seed: 3 });
          return Array.from({ length: 12 }, () => answers.next().value).filter(Boolean);
        };
        const told = run();
        expect(run()).toEqual(told);
        told.slice(1).forEach((answer, at) => {
          expect(answer.covered).toBeGreaterThanOrEqual(told[at]?.covered ?? 0);
          expect(answer.atMost).toBeLessThanOrEqual((told[at]?.atMost ?? Infinity) + 1e-6);
        });
        const last = told.at(-1) as RoundsAnswer;
        const again = touring(instance, { seed: 4, start: last.tours }).next().value;
        expect(again.covered).toBeGreaterThanOrEqual(last.covered);
      }),
      { numRuns: 60 },
    );
  });

  it('does not depend on the order of the teams', () => {
    fc.assert(
      fc.property(randomRounds, (instance) => {
        const turned = { ...instance, teams: [...instance.teams].reverse() };
        expect(settle(turned).covered).toBe(settle(instance).covered);
      }),
      { numRuns: 60 },
    );
  });
});
