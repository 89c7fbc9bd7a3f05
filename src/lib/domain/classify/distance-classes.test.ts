import { expect, it } from 'vitest';
import { classifyDistances, peopleByClass } from './distance-classes.ts';
import { fromDisplayPayload, toDisplayPayload } from './display-payload.ts';
import { classify, classOfCode } from './classification.ts';
import { emptyColumn, setCell } from '../indicators/column.ts';
import { known } from '../indicators/value.ts';

it('cuts metres by fixed kilometres, and keeps a territory without a centre apart', () => {
  const result = classifyDistances([0, 1999, 2000, 12_000, 30_000, Infinity, Number.NaN]);
  expect(Array.from(result.codes, classOfCode)).toEqual([0, 0, 1, 3, 5, 5, null]);
  expect(result.counts).toEqual([2, 1, 0, 1, 0, 2]);
  expect(result.unclassed.absent).toBe(1);
  expect(result.range).toEqual([0, 30]);
});

it('counts people by class, leaving unknown counts out', () => {
  const { codes } = classifyDistances([1000, 15_000, 15_000, Number.NaN]);
  expect(peopleByClass(codes, [10, 20, Number.NaN, 99], 6)).toEqual([10, 0, 0, 20, 0, 0]);
});

it('sends classes and limits, and no figure', () => {
  const column = emptyColumn(20_000);
  for (let i = 0; i < 19_999; i++) setCell(column, i, known(i / 1000));
  const classification = classify(column, { kind: 'score', decimals: 1 }, { method: 'quantile', classes: 4 });
  const payload = toDisplayPayload(classification);
  expect(payload).not.toHaveProperty('histogram');
  expect(JSON.stringify(payload).length).toBeLessThan(27_000);
  expect(fromDisplayPayload(JSON.parse(JSON.stringify(payload)) as typeof payload)).toEqual({
    ...classification,
    histogram: null,
  });
});
