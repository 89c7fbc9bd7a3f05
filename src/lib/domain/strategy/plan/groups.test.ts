import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { budgetOf } from '../model/budget.ts';
import { groupByFunder, unfundedOf } from './by-funder.ts';
import { groupByLead } from './by-lead.ts';
import { aCost, actions, aFunding, anAction } from './fixture.ts';
import { sumKnown } from './known-sum.ts';
import { markSpots, type ActionSpot } from './map-marks.ts';

it('a sum of which nothing is said is not 0', () => {
  expect(sumKnown([])).toEqual({ sum: 0, unsaid: 0 });
  expect(sumKnown([null, null])).toEqual({ sum: null, unsaid: 2 });
  expect(sumKnown([3, null])).toEqual({ sum: 3, unsaid: 1 });
});

describe('actions by lead', () => {
  it('are each in one group, whatever the case of the name, and those of nobody come last', () => {
    fc.assert(
      fc.property(actions, (list) => {
        const groups = groupByLead(list);
        expect(groups.flatMap((group) => group.actions.map(({ id }) => id)).sort()).toEqual(
          list.map(({ id }) => id).sort(),
        );
        const keys = groups.map(({ lead }) => lead.toLowerCase());
        expect(new Set(keys).size).toBe(keys.length);
        if (keys.includes('')) expect(keys.at(-1)).toBe('');
        const whole = groups.reduce((sum, { secured }) => sum + (secured.sum ?? 0), 0);
        expect(whole).toBe(budgetOf(list).secured);
        expect(groups.reduce((sum, { cost }) => sum + (cost.sum ?? 0), 0)).toBe(budgetOf(list).total);
      }),
    );
  });

  it('say that a cost is not said where no line is', () => {
    expect(groupByLead([anAction()])[0]?.cost).toEqual({ sum: null, unsaid: 1 });
    expect(groupByLead([anAction({ costs: [aCost({ amount: 0 })] })])[0]?.cost).toEqual({
      sum: 0,
      unsaid: 0,
    });
  });
});

describe('lines of funding by funder', () => {
  it('are each in one group, and add up to the budget', () => {
    fc.assert(
      fc.property(actions, (list) => {
        const groups = groupByFunder(list);
        expect(groups.flatMap(({ lines }) => lines)).toHaveLength(
          list.flatMap(({ funding }) => funding).length,
        );
        const { byStatus, secured } = budgetOf(list);
        const sum = (of: 'total' | 'secured'): number =>
          groups.reduce((total, group) => total + (group[of].sum ?? 0), 0);
        expect(sum('secured')).toBe(secured);
        const { refused, ...coming } = byStatus;
        expect(refused).toBeGreaterThanOrEqual(0);
        expect(sum('total')).toBe(Object.values(coming).reduce((total, one) => total + one, 0));
      }),
    );
  });

  it('leave what nobody was asked for, refused money too', () => {
    const costs = [aCost({ amount: 1000 })];
    const left = unfundedOf([
      anAction({ id: 'covered', costs, funding: [aFunding({ amount: 1000 })] }),
      anAction({ id: 'refused', costs, funding: [aFunding({ amount: 1000, status: 'refused' })] }),
      anAction({ id: 'part', costs, funding: [aFunding({ amount: 400, status: 'paid' })] }),
      anAction({ id: 'unsaid' }),
    ]);
    expect(left.map(({ id, amount }) => [id, amount])).toEqual([
      ['refused', 1000],
      ['part', 600],
      ['unsaid', null],
    ]);
  });
});

it('what stands at one point has one number, and what has no position none', () => {
  const spot = (action: string, lon: number | null, lat: number | null): ActionSpot => ({
    action,
    name: action,
    kind: 'site',
    commune: null,
    lon,
    lat,
    hours: null,
  });
  const { marks, unplaced } = markSpots([
    spot('a', 5.7, 45.1),
    spot('b', null, null),
    spot('c', 5.8, 45.2),
    spot('d', 5.70001, 45.10001),
  ]);
  expect(marks.map(({ number, spots }) => [number, spots.map(({ action }) => action)])).toEqual([
    [1, ['a', 'd']],
    [2, ['c']],
  ]);
  expect(unplaced.map(({ action }) => action)).toEqual(['b']);
});
