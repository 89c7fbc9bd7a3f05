import { describe, expect, it } from 'vitest';
import { classify } from '../domain/classify/classification.ts';
import { indicator } from '../domain/indicators/catalogue.ts';
import { emptyColumn, setCell } from '../domain/indicators/column.ts';
import { SECRET, known } from '../domain/indicators/value.ts';
import { drawDistribution } from './distribution.ts';
import { fillOf } from './fills.ts';
import { legendEntries } from './legend.ts';
import { scaleBarFor } from './scale-bar.ts';
import { drawScatter } from './scatter.ts';
import { ageShares, stackShares } from './shares.ts';

describe('scaleBarFor', () => {
  it.each([
    [100, 100, 10_000],
    [49, 100, 2_000],
    [51, 100, 5_000],
    [7, 100, 500],
  ])('%d m a pixel in %d pixels is %d m', (metresPerPixel, most, metres) => {
    expect(scaleBarFor(metresPerPixel, most)).toEqual({ metres, length: metres / metresPerPixel });
  });
});

describe('drawDistribution', () => {
  const sorted = Float64Array.from({ length: 1_000 }, (_, i) => i);

  it('marks the territory in its own bar', () => {
    const drawing = drawDistribution(sorted, 500, 0);
    expect(drawing).toMatchObject({ from: 5, own: 15 });
    expect(drawing?.mark).toBeCloseTo(0.5, 2);
    expect(Math.max(...(drawing?.heights ?? []))).toBe(1);
  });

  it('marks nothing for an unknown figure, and draws nothing of equal values', () => {
    expect(drawDistribution(sorted, null, 0)).toMatchObject({ own: -1, mark: null });
    expect(drawDistribution(Float64Array.of(5, 5, 5), 5, 0)).toBeNull();
  });
});

describe('shares', () => {
  it('lays parts end to end', () => {
    expect(
      stackShares([
        { label: 'a', value: 30 },
        { label: 'b', value: 50 },
      ]).map(({ start }) => start),
    ).toEqual([0, 30]);
  });

  it('deduces the middle age, never from an unknown', () => {
    expect(ageShares(15, 25)?.map(({ value }) => value)).toEqual([15, 60, 25]);
    expect(ageShares(null, 25)).toBeNull();
    expect(ageShares(60, 60)).toBeNull();
  });
});

describe('drawScatter', () => {
  const points = Array.from({ length: 10 }, (_, i) => ({
    name: `c${i}`,
    slug: `${i}`,
    x: i,
    y: 100 - i,
    people: i * 100,
  }));

  it('puts less to the left and below, more people in front and named', () => {
    const drawing = drawScatter(points, { x: 5, y: null });
    expect(drawing?.dots[0]).toMatchObject({ name: 'c9', named: true });
    const by = (name: string) => drawing?.dots.find((dot) => dot.name === name);
    expect(by('c1')?.cx).toBeLessThan(by('c8')?.cx ?? 0);
    expect(by('c1')?.cy).toBeLessThan(by('c8')?.cy ?? 0);
    expect(drawing?.reference.y).toBeNull();
  });

  it('draws no cloud of two', () => expect(drawScatter(points.slice(0, 2), { x: null, y: null })).toBeNull());
});

describe('fills and legend', () => {
  const standard = indicator('niveau-de-vie-median');
  const column = emptyColumn(5);
  [known(10), known(20), known(30), known(40), SECRET].forEach((cell, at) => setCell(column, at, cell));
  const cut = classify(column, standard, { method: 'manual', classes: 2, manual: [25] });

  it('never gives a class to a secret, nor to a territory outside the column', () => {
    expect([0, 1, 2, 3, 4].map((at) => fillOf(cut, at))).toEqual([0, 0, 1, 1, 'secret']);
    expect(fillOf(cut, 99)).toBe('absent');
  });

  it('says limits in words and counts what is drawn', () => {
    const entries = legendEntries(standard, cut, [0, 0, 1, 'secret']);
    expect(entries).toEqual([
      { fill: 0, label: 'moins de 25', count: 2 },
      { fill: 1, label: '25 et plus', count: 1 },
      { fill: 'secret', label: 'secret statistique', count: 1 },
    ]);
  });
});
