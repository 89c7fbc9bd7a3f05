import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aCount, actions, aGap, anAction, gazetteer } from './fixture.ts';
import { communesOf, locateAction } from './located-action.ts';

const gaps = [aGap({ id: 'g0', communes: ['a', 'b'] }), aGap({ id: 'g1', communes: ['b', 'c', 'e'] })];

describe('where an action works', () => {
  it('is where its sites are, each for as much, two of one commune for twice', () => {
    const counted = aCount([{ commune: 'a' }, { commune: 'a' }, { commune: 'b' }, { commune: null }]);
    expect(locateAction(anAction({ scenario: 'q=1', counted, gaps: ['g1'] }), gaps, gazetteer)).toEqual({
      by: 'sites',
      parts: [
        { commune: 'a', part: 0.5 },
        { commune: 'b', part: 0.25 },
      ],
    });
  });

  it('is not where the sites of another scenario were', () => {
    const counted = aCount([{ commune: 'a' }]);
    const action = anAction({ scenario: 'q=2', counted, places: ['p-b'] });
    expect(locateAction(action, gaps, gazetteer)).toEqual({
      by: 'places',
      parts: [{ commune: 'b', part: 1 }],
    });
  });

  it('is else the communes of its gaps by their inhabitants, a commune of two gaps once', () => {
    const { by, parts } = locateAction(anAction({ gaps: ['g0', 'g1'] }), gaps, gazetteer);
    expect(by).toBe('gaps');
    expect(parts).toEqual([
      { commune: 'a', part: 1 / 6 },
      { commune: 'b', part: 2 / 6 },
      { commune: 'c', part: 3 / 6 },
    ]);
  });

  it('has parts that never make more than one, each of a commune that the action speaks of', () => {
    fc.assert(
      fc.property(actions, (list) => {
        for (const action of list) {
          const { by, parts } = locateAction(action, gaps, gazetteer);
          const whole = parts.reduce((sum, { part }) => sum + part, 0);
          expect(whole).toBeLessThanOrEqual(1 + 1e-12);
          if (by === 'nothing') expect(parts).toEqual([]);
          const spoken = communesOf(action, gaps, gazetteer);
          for (const { commune } of parts) expect(spoken.has(commune)).toBe(true);
          expect(new Set(parts.map(({ commune }) => commune)).size).toBe(parts.length);
        }
      }),
    );
  });
});
