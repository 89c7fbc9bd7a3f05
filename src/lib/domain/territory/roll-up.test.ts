import { describe, expect, it } from 'vitest';
import { ABSENT, known, SECRET } from '../indicators/value.ts';
import { rollUp } from './roll-up.ts';

const part = (value: number, weight: number | null) => ({ ...known(value), weight });
const secret = (weight: number | null) => ({ ...SECRET, weight });

describe('rollUp', () => {
  it('rolls Saint-Denis up from its two rows of Filosofi, never the last one', () => {
    const cell = rollUp([part(36, 106_397), part(38, 30_999)], 'rate');
    expect(cell.value).toBeCloseTo((36 * 106_397 + 38 * 30_999) / 137_396, 9);
    expect(cell.marks).toEqual(['rolled']);
  });

  it('adds counts, and gives none when a part is unknown', () => {
    expect(rollUp([part(3, null), part(4, null)], 'count').value).toBe(7);
    expect(rollUp([part(3, null), secret(null)], 'count')).toMatchObject({ state: 'secret', value: null });
  });

  it('keeps a class that all parts share, and none otherwise', () => {
    expect(rollUp([part(5, null), part(5, null)], 'band').value).toBe(5);
    expect(rollUp([part(5, null), part(10, null)], 'band')).toEqual({ ...ABSENT, marks: ['perimeter'] });
  });

  it('says nothing of rates without a denominator that differ', () => {
    expect(rollUp([part(5, null), part(10, 3)], 'rate')).toEqual({ ...ABSENT, marks: ['perimeter'] });
  });

  it('stays secret when a part that counts is secret', () => {
    expect(rollUp([part(20, 90), secret(10)], 'rate')).toMatchObject({ state: 'secret', value: null });
    expect(rollUp([part(20, 96), secret(4)], 'rate')).toMatchObject({ state: 'value', value: 20 });
    expect(rollUp([secret(1), { ...ABSENT, weight: 1 }], 'rate').state).toBe('secret');
  });

  it('made of an estimate, is one', () => {
    const estimate = { ...part(20, 1), state: 'estimated' as const };
    expect(rollUp([estimate, part(40, 3)], 'rate')).toMatchObject({ state: 'estimated', value: 35 });
    expect(rollUp([estimate, part(40, 3)], 'count')).toMatchObject({ state: 'estimated', value: 60 });
  });

  it('marks a figure that covers a part of the commune only', () => {
    expect(rollUp([part(20, 5)], 'rate', true)).toEqual({ ...known(20), marks: ['perimeter'] });
    expect(rollUp([part(20, 5)], 'rate')).toEqual(known(20));
    expect(rollUp([], 'rate')).toEqual(ABSENT);
  });
});
