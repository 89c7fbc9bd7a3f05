import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawFor, normalOf } from './draw.ts';
import { normalQuantile } from './normal.ts';
import { RandomStream } from './stream.ts';

const COUNT = 40_000;

function moments(draw: () => number): { mean: number; variance: number } {
  const values = Array.from({ length: COUNT }, draw);
  const mean = values.reduce((sum, value) => sum + value, 0) / COUNT;
  return { mean, variance: values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / COUNT };
}

describe('RandomStream', () => {
  it('is xoshiro128**, number for number', () => {
    const stream = RandomStream.fromState([1, 2, 3, 4]);
    expect(Array.from({ length: 10 }, () => stream.uint32())).toEqual([
      11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804,
    ]);
  });

  it('gives the same numbers for the same seeds, others for others', () => {
    const take = (...seeds: number[]) => {
      const stream = new RandomStream(...seeds);
      return Array.from({ length: 5 }, () => stream.uint32());
    };
    expect(take(1, 2)).toEqual(take(1, 2));
    const starts = [[1, 2], [2, 1], [1], [1, 3], [0], [1, 2, 0]].map((seeds) => take(...seeds).join());
    expect(new Set(starts).size).toBe(starts.length);
  });

  it('draws evenly, never 0 nor 1', () => {
    const stream = new RandomStream(7);
    const { mean, variance } = moments(() => {
      const value = stream.next();
      expect(value > 0 && value < 1).toBe(true);
      return value;
    });
    expect(mean).toBeCloseTo(1 / 2, 2);
    expect(variance).toBeCloseTo(1 / 12, 2);
    const counts = new Array<number>(3).fill(0);
    for (let i = 0; i < 3_000; i++) {
      const at = stream.below(3);
      counts[at] = (counts[at] ?? 0) + 1;
    }
    for (const count of counts) expect(Math.abs(count - 1_000)).toBeLessThan(130);
  });

  it('has the mean and the variance of the normal and gamma laws', () => {
    const stream = new RandomStream(3);
    const normal = moments(() => stream.normal());
    expect(normal.mean).toBeCloseTo(0, 1);
    expect(Math.abs(normal.variance - 1)).toBeLessThan(0.03);
    for (const shape of [0.4, 1, 12.5]) {
      const { mean, variance } = moments(() => stream.gamma(shape));
      expect(Math.abs(mean / shape - 1)).toBeLessThan(0.03);
      expect(Math.abs(variance / shape - 1)).toBeLessThan(0.06);
    }
  });

  it('draws shares that add up to 1, around those given, where zero stays zero', () => {
    const shares = [0.5, 0.25, 0.25, 0];
    const stream = new RandomStream(11);
    const first: number[] = [];
    for (let i = 0; i < 8_000; i++) {
      const drawn = stream.dirichlet(shares, 50);
      expect(drawn.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
      expect(drawn[3]).toBe(0);
      first.push(drawn[1] as number);
    }
    const mean = first.reduce((sum, share) => sum + share, 0) / first.length;
    const deviation = Math.sqrt(first.reduce((sum, share) => sum + (share - mean) ** 2, 0) / first.length);
    expect(mean).toBeCloseTo(0.25, 2);
    // √(s (1 − s) / (concentration + 1))
    expect(deviation).toBeCloseTo(Math.sqrt((0.25 * 0.75) / 51), 2);
    const sorted = first.sort((a, b) => a - b);
    // What the doc comment of CONCENTRATION promises.
    const at = (share: number): number => sorted[Math.round(sorted.length * share)] as number;
    expect(Math.abs(at(0.05) - 0.16)).toBeLessThan(0.01);
    expect(Math.abs(at(0.95) - 0.36)).toBeLessThan(0.01);
  });

  it('gives back shares of nothing', () => {
    expect(new RandomStream(1).dirichlet([0, 0], 50)).toEqual([0, 0]);
  });
});

describe('normalQuantile', () => {
  it('knows the values of the tables, and is odd', () => {
    expect(normalQuantile(0.5)).toBe(0);
    expect(normalQuantile(0.95)).toBeCloseTo(1.6448536269514722, 7);
    expect(normalQuantile(0.975)).toBeCloseTo(1.959963984540054, 7);
    expect(normalQuantile(0.001)).toBeCloseTo(-3.090232306167813, 7);
    fc.assert(
      fc.property(fc.double({ min: 1e-9, max: 0.5, noNaN: true }), (probability) => {
        expect(normalQuantile(1 - probability)).toBeCloseTo(-normalQuantile(probability), 5);
      }),
    );
  });
});

describe('draws without a state', () => {
  it('are normal, and unrelated for near paths', () => {
    const at = (i: number) => normalOf(drawFor(1, 2, i));
    let next = 0;
    const { mean, variance } = moments(() => at(next++));
    expect(mean).toBeCloseTo(0, 1);
    expect(Math.abs(variance - 1)).toBeLessThan(0.03);
    let product = 0;
    for (let i = 0; i < COUNT; i++) product += at(i) * at(i + 1);
    expect(Math.abs(product / COUNT)).toBeLessThan(0.02);
  });
});
