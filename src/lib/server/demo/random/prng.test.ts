import { describe, expect, it } from 'vitest';
import { fractalNoise } from './noise.ts';
import { prng, prngFor } from './prng.ts';

describe('the seeded generator', () => {
  it('repeats itself for a same seed and job, and differs for another', () => {
    const draw = (seed: number, job: string): number[] => {
      const random = prngFor(seed, job);
      return Array.from({ length: 5 }, random.next);
    };
    expect(draw(2, 'coast')).toEqual(draw(2, 'coast'));
    expect(draw(2, 'coast')).not.toEqual(draw(3, 'coast'));
    expect(draw(2, 'coast')).not.toEqual(draw(2, 'mesh'));
  });

  it('keeps within its bounds and spreads evenly', () => {
    const random = prng(7);
    const draws = Array.from({ length: 20_000 }, random.next);
    expect(Math.min(...draws)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...draws)).toBeLessThan(1);
    expect(draws.reduce((sum, draw) => sum + draw, 0) / draws.length).toBeCloseTo(0.5, 2);
    for (let turn = 0; turn < 1000; turn++) expect([1, 2, 3]).toContain(random.integer(1, 3));
  });

  it('draws a normal law of mean 0 and deviation 1', () => {
    const random = prng(8);
    const draws = Array.from({ length: 20_000 }, random.normal);
    const mean = draws.reduce((sum, draw) => sum + draw, 0) / draws.length;
    const variance = draws.reduce((sum, draw) => sum + (draw - mean) ** 2, 0) / draws.length;
    expect(mean).toBeCloseTo(0, 1);
    expect(variance).toBeCloseTo(1, 1);
  });

  it('shuffles without losing or repeating anything, and picks from nothing with an error', () => {
    const list = Array.from({ length: 50 }, (_, index) => index);
    const shuffled = prng(9).shuffle(list);
    expect(shuffled).not.toEqual(list);
    expect(shuffled.sort((a, b) => a - b)).toEqual(list);
    expect(() => prng(1).pick([])).toThrow();
  });
});

describe('fractal noise', () => {
  it('is smooth, bounded, and changes over its wavelength', () => {
    const noise = fractalNoise(prng(3), 10, 3);
    const values: number[] = [];
    for (let x = -50; x < 50; x += 0.37) {
      const here = noise(x, x / 3);
      values.push(here);
      expect(Math.abs(here)).toBeLessThanOrEqual(1.2);
      expect(Math.abs(noise(x + 0.01, x / 3) - here)).toBeLessThan(0.02);
    }
    expect(Math.max(...values) - Math.min(...values)).toBeGreaterThan(0.5);
  });
});
