import { describe, expect, it } from 'vitest';
import { PLACE_KINDS } from '../domain/places/place.ts';
import { contrast, hexOfLinear, labOf, linearRgb, textOn } from './colour.ts';
import { bivariate3x3, diverging, qualitative, sequential, stateColours } from './ramps.ts';

/** Machado, Oliveira & Fernandes (2009), full severity, on linear light. */
const VISIONS: Record<string, readonly (readonly number[])[]> = {
  ordinary: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
};

function seen(hex: string, matrix: readonly (readonly number[])[]): string {
  const rgb = linearRgb(hex);
  const [r, g, b] = matrix.map((row) => row.reduce((sum, factor, i) => sum + factor * (rgb[i] as number), 0));
  return hexOfLinear([r as number, g as number, b as number]);
}

/** CIE76 colour difference. */
function deltaE(first: string, second: string): number {
  const p = labOf(first);
  const q = labOf(second);
  return Math.hypot(p.l - q.l, p.a - q.a, p.b - q.b);
}

const neighbours = (colours: readonly string[]): [string, string][] =>
  colours.slice(1).map((colour, i) => [colours[i] as string, colour]);

const counts = [3, 4, 5, 6, 7, 8, 9];

describe('sequential ramp', () => {
  it.each(counts)('falls in lightness by near-equal steps with %i classes', (n) => {
    const colours = sequential(n);
    expect(colours).toHaveLength(n);
    const steps = neighbours(colours).map(([light, dark]) => labOf(light).l - labOf(dark).l);
    expect(Math.min(...steps)).toBeGreaterThan(74 / (n - 1) - 3);
  });

  it.each(Object.entries(VISIONS))('keeps neighbours apart with %s vision', (_, matrix) => {
    for (const n of counts) {
      for (const [light, dark] of neighbours(sequential(n).map((colour) => seen(colour, matrix)))) {
        expect(deltaE(light, dark)).toBeGreaterThan(8);
        expect(labOf(dark).l).toBeLessThan(labOf(light).l);
      }
    }
  });

  it('refuses a count it cannot draw legibly', () => {
    expect(() => sequential(2)).toThrow(RangeError);
    expect(() => sequential(10)).toThrow(RangeError);
    expect(() => sequential(4.5)).toThrow(RangeError);
  });

  it('leaves a readable text colour on each class', () => {
    for (const colour of sequential(9)) expect(contrast(colour, textOn(colour))).toBeGreaterThan(4.5);
  });
});

describe('diverging ramp', () => {
  it.each(Object.entries(VISIONS))('keeps neighbours and the two ends apart with %s vision', (_, matrix) => {
    for (const n of counts) {
      const colours = diverging(n).map((colour) => seen(colour, matrix));
      for (const [first, second] of neighbours(colours)) expect(deltaE(first, second)).toBeGreaterThan(8);
      expect(deltaE(colours[0] as string, colours[n - 1] as string)).toBeGreaterThan(25);
    }
  });

  it('is lightest at the reference, in the middle', () => {
    const lightness = diverging(9).map((colour) => labOf(colour).l);
    expect(Math.max(...lightness)).toBe(lightness[4]);
  });
});

describe('bivariate square', () => {
  const thirds = [0, 1, 2] as const;

  it.each(Object.entries(VISIONS))(
    'keeps every two of the nine colours apart with %s vision',
    (_, matrix) => {
      const colours = thirds.flatMap((d) => thirds.map((n) => seen(bivariate3x3(n, d), matrix)));
      for (const [i, first] of colours.entries()) {
        for (const second of colours.slice(i + 1)) expect(deltaE(first, second)).toBeGreaterThan(15);
      }
    },
  );

  it('keeps all nine apart in greyscale, as far as nine classes of one measure', () => {
    const lightness = thirds
      .flatMap((d) => thirds.map((n) => labOf(bivariate3x3(n, d)).l))
      .sort((a, b) => a - b);
    lightness.slice(1).forEach((l, i) => expect(l - (lightness[i] as number)).toBeGreaterThan(8));
  });

  it('darkens towards both more need and more distance', () => {
    for (const i of thirds) {
      for (const j of [1, 2] as const) {
        const before = (j - 1) as 0 | 1;
        expect(labOf(bivariate3x3(j, i)).l).toBeLessThan(labOf(bivariate3x3(before, i)).l);
        expect(labOf(bivariate3x3(i, j)).l).toBeLessThan(labOf(bivariate3x3(i, before)).l);
      }
    }
  });
});

describe('kinds of places', () => {
  it('have a shape of their own each', () => {
    expect(new Set(PLACE_KINDS.map((kind) => qualitative[kind].shape)).size).toBe(PLACE_KINDS.length);
  });

  it.each(Object.entries(VISIONS))('have colours apart with %s vision', (_, matrix) => {
    const fills = PLACE_KINDS.map((kind) => seen(qualitative[kind].fill, matrix));
    for (const [i, first] of fills.entries()) {
      for (const second of fills.slice(i + 1)) expect(deltaE(first, second)).toBeGreaterThan(20);
    }
  });

  it('stand out from their halo at 3:1 or more', () => {
    for (const kind of PLACE_KINDS) {
      expect(contrast(qualitative[kind].fill, qualitative[kind].halo)).toBeGreaterThan(3);
    }
  });
});

describe('states without a figure', () => {
  it('are patterns, each its own', () => {
    const patterns = Object.values(stateColours).map(({ pattern }) => pattern);
    expect(new Set(patterns).size).toBe(patterns.length);
  });

  it('show the hatch of secrecy at 3:1 or more', () => {
    expect(contrast(stateColours.secret.ink, stateColours.secret.ground)).toBeGreaterThan(3);
    expect(contrast(stateColours.incomplete.ink, stateColours.incomplete.ground)).toBeGreaterThan(3);
  });
});
