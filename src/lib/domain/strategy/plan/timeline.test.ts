import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actions } from './fixture.ts';
import { monthsTo, monthsToDay, timelineOf } from './timeline.ts';

const action = (id: string, from: string, to: string) => ({ id, status: 'planned' as const, from, to });

describe('the axis of a calendar', () => {
  it('is of whole years, and a month is one long', () => {
    const line = timelineOf([action('a', '2027-03', '2027-03')]);
    expect(line).toMatchObject({ from: 2027, to: 2028 });
    expect(line?.bars[0]).toMatchObject({ start: 2027 * 12 + 2, end: 2027 * 12 + 3 });
  });

  it('leaves out what says no month, and runs to its edge what says one', () => {
    const line = timelineOf([
      action('none', '', ''),
      action('ends', '', '2028-01'),
      action('begins', '2027-06', ''),
    ]);
    expect(line?.undated).toEqual(['none']);
    expect(line?.bars.map(({ id, start, end }) => [id, start, end])).toEqual([
      ['ends', 2027 * 12, 2028 * 12 + 1],
      ['begins', 2027 * 12 + 5, 2029 * 12],
    ]);
    expect(timelineOf([action('none', '', '')])).toBeNull();
  });

  it('keeps the months of an action that ends before it begins', () => {
    expect(timelineOf([action('a', '2028-05', '2027-02')])?.bars[0]).toMatchObject({
      start: monthsTo('2027-02'),
      end: monthsTo('2028-05') + 1,
    });
  });

  it('holds every bar, each action once, those that begin first at the top', () => {
    fc.assert(
      fc.property(actions, (list) => {
        const line = timelineOf(list);
        const dated = list.filter(({ from, to }) => from + to !== '');
        if (!line) {
          expect(dated).toEqual([]);
          return;
        }
        expect([...line.bars.map(({ id }) => id), ...line.undated].sort()).toEqual(
          list.map(({ id }) => id).sort(),
        );
        for (const { start, end } of line.bars) {
          expect(start).toBeGreaterThanOrEqual(12 * line.from);
          expect(end).toBeLessThanOrEqual(12 * line.to);
          expect(end).toBeGreaterThan(start);
        }
        expect(line.bars.map(({ start }) => start)).toEqual(
          line.bars.map(({ start }) => start).sort((a, b) => a - b),
        );
      }),
    );
  });
});

it('a day is in its month, the first at its beginning', () => {
  expect(monthsToDay('2027-03-01')).toBe(monthsTo('2027-03'));
  expect(monthsToDay('2027-03-31')).toBeCloseTo(monthsTo('2027-04') - 1 / 31, 9);
});
