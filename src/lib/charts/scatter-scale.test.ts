import { describe, expect, it } from 'vitest';
import { formatNumber } from '../format/number.ts';
import { cloudScale } from './scatter-scale.ts';

describe('the scale of a cloud', () => {
  it('holds every figure, with ticks as the French write them', () => {
    const { place, ticks, logarithmic } = cloudScale(
      Float64Array.of(9_870, 21_500, 48_300),
      [50, 450],
      5,
      formatNumber,
    );
    expect(logarithmic).toBe(false);
    expect(place(9_870)).toBeGreaterThanOrEqual(50);
    expect(place(48_300)).toBeLessThanOrEqual(450);
    expect(ticks.map(({ text }) => text)).toContain('20\u202f000');
  });

  it('writes the decimals that its steps need', () => {
    const { ticks } = cloudScale(Float64Array.of(1.1, 1.3, 1.6), [0, 100], 5, formatNumber);
    expect(new Set(ticks.map(({ text }) => text)).size).toBe(ticks.length);
    expect(ticks[0]?.text).toMatch(/^1,\d$/);
  });

  it('multiplies where a few figures dwarf the others, zero included', () => {
    const { ticks, logarithmic, place } = cloudScale(
      Float64Array.of(0, 120, 400, 900, 2_100_000),
      [0, 600],
      5,
      formatNumber,
    );
    expect(logarithmic).toBe(true);
    expect(ticks.map(({ value }) => value)).toEqual([0, 1, 10, 100, 1e3, 1e4, 1e5, 1e6]);
    expect(place(400)).toBeGreaterThan(150);
  });

  it('holds the rare extremes at its edges, and counts them', () => {
    const values = Float64Array.from({ length: 1000 }, (_, i) => 90 + i / 100);
    values[0] = 0;
    const { place, beyond, ticks } = cloudScale(values, [4, 200], 5, formatNumber);
    expect(ticks[0]?.value).toBeGreaterThan(80);
    expect(place(0)).toBe(4);
    expect(beyond).toBe(1);
  });

  it('stands with one figure, and with none', () => {
    const one = cloudScale(Float64Array.of(7), [0, 100], 5, formatNumber);
    expect(one.place(7)).toBeCloseTo(50, 6);
    expect(cloudScale(new Float64Array(), [0, 100], 5, formatNumber).ticks.length).toBeGreaterThan(1);
  });
});
