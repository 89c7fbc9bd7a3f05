import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RandomStream } from '../../random/stream.ts';
import { costOf, respects } from '../model/instance.ts';
import { randomInstance } from '../model/random-instance.ts';
import { Assignment } from './assignment.ts';
import { CoverState } from './cover-state.ts';
import { Interchange } from './interchange.ts';
import { openGreedily } from './lazy-greedy.ts';

const moves = fc.array(fc.nat(7), { maxLength: 20 });

describe('an assignment', () => {
  it('has the cost of its open sites after any moves', () => {
    fc.assert(
      fc.property(randomInstance, moves, (instance, drawn) => {
        const assignment = new Assignment(instance.lists);
        for (const j of drawn.filter((site) => site < instance.lists.siteCount)) {
          if (assignment.isOpen[j]) assignment.remove(j);
          else assignment.add(j);
          expect(instance.offset + assignment.cost).toBeCloseTo(costOf(instance, assignment.open), 6);
        }
      }),
    );
  });
});

describe('an interchange', () => {
  it('finds the best swap of a site, and what it changes', () => {
    fc.assert(
      fc.property(randomInstance, (instance) => {
        const { open } = openGreedily(instance);
        const interchange = new Interchange(new Assignment(instance.lists, open), instance.rule);
        const now = costOf(instance, open);
        for (let j = 0; j < instance.lists.siteCount; j++) {
          if (open.includes(j)) continue;
          const changes = [-1, ...open]
            .map((closes) => [...open.filter((other) => other !== closes), j])
            .filter((tried) => respects(instance.rule, tried))
            .map((tried) => costOf(instance, tried) - now);
          const best = Math.min(Infinity, ...changes);
          const { change } = interchange.bestFor(j);
          if (best === Infinity) expect(change).toBe(Infinity);
          else expect(change).toBeCloseTo(best, 6);
        }
      }),
    );
  });

  it('descends to where no swap gains', () => {
    fc.assert(
      fc.property(randomInstance, (instance) => {
        const assignment = new Assignment(instance.lists, openGreedily(instance).open);
        const interchange = new Interchange(assignment, instance.rule);
        for (const _ of interchange.descend(new RandomStream(1), 100)) void _;
        for (let j = 0; j < instance.lists.siteCount; j++)
          if (!assignment.isOpen[j]) expect(interchange.bestFor(j).change).toBeGreaterThanOrEqual(-1e-6);
        expect(respects(instance.rule, assignment.open)).toBe(true);
      }),
    );
  });
});

describe('what is covered', () => {
  it('is kept move by move as if counted again, gains included', () => {
    fc.assert(
      fc.property(randomInstance, moves, (drawn, sites) => {
        const covers = {
          ...drawn.lists,
          costs: drawn.lists.costs.map(() => 0),
          siteCosts: drawn.lists.siteCosts.map(() => 0),
        };
        const instance = { ...drawn, lists: covers };
        const state = new CoverState(covers);
        const open = new Set<number>();
        const coveredBy = (set: Iterable<number>): number => costOf(instance, []) - costOf(instance, set);
        for (const j of sites.filter((site) => site < covers.siteCount)) {
          if (open.delete(j)) state.close(j);
          else {
            open.add(j);
            state.open(j);
          }
          expect(state.covered).toBeCloseTo(coveredBy(open), 6);
          for (let k = 0; k < covers.siteCount; k++) {
            const other = new Set(open);
            const was = other.delete(k);
            const expected = was
              ? coveredBy(open) - coveredBy(other)
              : coveredBy([...open, k]) - coveredBy(open);
            expect(state.gains[k]).toBeCloseTo(expected, 6);
            if (!was)
              for (const closes of open) {
                const swapped = [...open].filter((one) => one !== closes);
                expect(state.swapGain(k, closes)).toBeCloseTo(
                  coveredBy([...swapped, k]) - coveredBy(open),
                  6,
                );
              }
          }
        }
      }),
    );
  });
});

describe('the lazy greedy', () => {
  it('takes at each step what a plain greedy takes', () => {
    fc.assert(
      fc.property(randomInstance, (drawn) => {
        const instance = {
          ...drawn,
          rule: { ...drawn.rule, kept: null, prices: drawn.rule.prices.map(() => 1) },
        };
        const { open, gains } = openGreedily(instance);
        open.forEach((_, step) => {
          const before = costOf(instance, open.slice(0, step));
          const most = Math.max(
            ...Array.from(
              { length: instance.lists.siteCount },
              (_one, j) => before - costOf(instance, [...open.slice(0, step), j]),
            ),
          );
          expect(gains[step]).toBeCloseTo(most, 6);
          expect(before - costOf(instance, open.slice(0, step + 1))).toBeCloseTo(most, 6);
        });
      }),
    );
  });
});
