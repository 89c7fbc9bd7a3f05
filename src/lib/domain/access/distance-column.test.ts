import { expect, it } from 'vitest';
import { crossClassifications } from '../classify/crossing.ts';
import { classify, unclassedOfCode } from '../classify/classification.ts';
import { STATE_CODES } from '../indicators/value.ts';
import { distanceColumn } from './distance-column.ts';
import { DISTANCE } from './distance-indicator.ts';

it('is in kilometres, absent without a centre', () => {
  const column = distanceColumn(Float64Array.of(1_500, Number.NaN, 0));
  expect([...column.values]).toEqual([1.5, Number.NaN, 0]);
  expect([...column.states]).toEqual([STATE_CODES.value, STATE_CODES.absent, STATE_CODES.value]);
});

it('without any place is one class, that a crossing takes', () => {
  const column = distanceColumn(Float64Array.of(Infinity, Infinity, Number.NaN));
  const classification = classify(column, DISTANCE, { method: 'quantile', classes: 3 });
  expect(classification.counts).toEqual([2]);
  const measure = { classification, worse: 'high' as const };
  const { codes } = crossClassifications(measure, measure);
  expect([...codes.slice(0, 2)]).toEqual([4, 4]);
  expect(unclassedOfCode(codes[2] as number)).toBe('absent');
});
