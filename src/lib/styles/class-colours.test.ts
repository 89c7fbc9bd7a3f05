import { describe, expect, it } from 'vitest';
import { classColours } from './class-colours.ts';
import { contrast, labOf } from './colour.ts';

const cut = (classes: number) => ({
  own: null,
  breaks: Array.from({ length: classes - 1 }, (_, i) => i + 1),
});
const lightness = (colours: string[]): number[] => colours.map((colour) => labOf(colour).l);
const ascending = (values: number[]): boolean =>
  values.every((value, i) => i === 0 || value > (values[i - 1] as number));

describe('classColours', () => {
  it('gives the dark end to what is worse', () => {
    for (let classes = 2; classes <= 9; classes++) {
      const low = lightness(classColours({ id: 'a', kind: 'euros', worse: 'low' }, cut(classes)));
      const high = lightness(classColours({ id: 'a', kind: 'rate', worse: 'high' }, cut(classes)));
      expect(low).toHaveLength(classes);
      expect(ascending(low)).toBe(true);
      expect(ascending(high.reverse())).toBe(true);
    }
  });

  it('has a colour for a single class', () => {
    expect(classColours({ id: 'a', kind: 'rate', worse: 'high' }, cut(1))).toHaveLength(1);
  });

  it('changes hue at no change, and darkens on both sides', () => {
    const colours = classColours(
      { id: 'a', kind: 'evolution', worse: null },
      { own: null, breaks: [-5, 0, 4, 8] },
    );
    const light = lightness(colours);
    expect(ascending(light.slice(0, 2))).toBe(true);
    expect(ascending(light.slice(2).reverse())).toBe(true);
    expect(labOf(colours[0] as string).b).toBeGreaterThan(0);
    expect(labOf(colours[4] as string).b).toBeLessThan(0);
  });

  it('diverges from the mean for standard deviations, with an odd count astride it', () => {
    const light = lightness(classColours({ id: 'a', kind: 'rate', worse: 'high' }, cut(5), 'deviation'));
    expect(Math.max(...light)).toBe(light[2]);
  });

  it('tells types without an order apart, one by one', () => {
    const colours = classColours(
      { id: 'ruralite', kind: 'category', worse: null },
      { own: [1, 2, 3, 4, 5, 6, 7, 8, 9], breaks: [] },
    );
    expect(new Set(colours).size).toBe(9);
    for (let i = 1; i < 8; i++)
      expect(contrast(colours[i - 1] as string, colours[i] as string)).toBeGreaterThan(1.25);
  });
});
