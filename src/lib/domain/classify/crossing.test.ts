import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyColumn, setCell } from '../indicators/column.ts';
import { known, SECRET, type Cell } from '../indicators/value.ts';
import { classify, classOfCode, isEstimatedCode, unclassedOfCode } from './classification.ts';
import { CLASS_METHODS } from './method.ts';
import {
  crossClassifications,
  squareOf,
  stepsOfClasses,
  stepsOfSquare,
  type CrossedMeasure,
} from './crossing.ts';

const INCOMPLETE: Cell = { state: 'incomplete', value: 12, cover: 0.7, marks: [] };
const estimated = (value: number): Cell => ({ state: 'estimated', value, cover: 1, marks: [] });

const measureOf = (
  cells: readonly (Cell | null)[],
  worse: CrossedMeasure['worse'] = 'high',
  method: (typeof CLASS_METHODS)[number] = 'equal',
): CrossedMeasure => {
  const column = emptyColumn(cells.length);
  cells.forEach((cell, i) => cell && setCell(column, i, cell));
  const options = { method, classes: 3, manual: [10, 20] };
  return { classification: classify(column, { kind: 'rate', decimals: 0 }, options), worse };
};

const cell = fc.oneof(
  fc.integer({ min: 0, max: 40 }).map((value) => known(value)),
  fc.integer({ min: 0, max: 40 }).map(estimated),
  fc.constantFrom(SECRET, INCOMPLETE, null),
);
const pairs = fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 60 });

describe('crossing two measures', () => {
  it('is what each territory is in both, whatever the method', () => {
    const ends = fc.constantFrom('high' as const, 'low' as const, null);
    fc.assert(
      fc.property(pairs, fc.constantFrom(...CLASS_METHODS), ends, ends, (rows, method, one, two) => {
        const [first, second] = [
          measureOf(
            rows.map(([a]) => a),
            one,
            method,
          ),
          measureOf(
            rows.map(([, b]) => b),
            two,
            method,
          ),
        ];
        const crossed = crossClassifications(first, second);
        const counts = new Array<number>(9).fill(0);
        const states = { secret: 0, absent: 0, incomplete: 0 };
        let marked = 0;
        rows.forEach((_, i) => {
          const [a, b] = [first.classification.codes[i] as number, second.classification.codes[i] as number];
          const [classA, classB] = [classOfCode(a), classOfCode(b)];
          const code = crossed.codes[i] as number;
          if (classA === null || classB === null) {
            const either = [unclassedOfCode(a), unclassedOfCode(b)];
            const why = either.includes('secret')
              ? 'secret'
              : either.includes('incomplete')
                ? 'incomplete'
                : 'absent';
            states[why]++;
            expect(classOfCode(code)).toBeNull();
            expect(unclassedOfCode(code)).toBe(why);
            return;
          }
          const stepA = crossed.steps.first[classA] as number;
          const stepB = crossed.steps.second[classB] as number;
          expect(classOfCode(code)).toBe(3 * stepB + stepA);
          counts[3 * stepB + stepA] = (counts[3 * stepB + stepA] as number) + 1;
          const either = isEstimatedCode(a) || isEstimatedCode(b);
          expect(isEstimatedCode(code)).toBe(either);
          if (either) marked++;
        });
        expect(crossed.counts).toEqual(counts);
        expect(crossed.unclassed).toEqual(states);
        expect(crossed.estimated).toBe(marked);
      }),
      { numRuns: 2_000 },
    );
  });

  it('puts the fragile end of each in the last square', () => {
    const income = measureOf(
      [12, 18, 24].map((value) => known(value)),
      'low',
    );
    const distance = measureOf([30, 15, 1].map((value) => known(value)));
    expect(Array.from(crossClassifications(income, distance).codes)).toEqual([8, 4, 0]);
    expect(Array.from(crossClassifications(distance, income).codes)).toEqual([8, 4, 0]);
  });

  it('leaves a measure that has no fragile end as it is', () => {
    const rate = [2, 14, 26].map((value) => known(value));
    expect(stepsOfClasses(measureOf(rate, null))).toEqual([0, 1, 2]);
    expect(stepsOfClasses(measureOf(rate, 'low'))).toEqual([2, 1, 0]);
  });

  it('says secrecy before what is not computable, and that before what is absent', () => {
    const first = measureOf([SECRET, INCOMPLETE, null, known(1), SECRET]);
    const second = measureOf([INCOMPLETE, null, known(2), SECRET, null]);
    const { codes, unclassed } = crossClassifications(first, second);
    expect(Array.from(codes, unclassedOfCode)).toEqual([
      'secret',
      'incomplete',
      'absent',
      'secret',
      'secret',
    ]);
    expect(unclassed).toEqual({ secret: 3, absent: 1, incomplete: 1 });
  });

  it('spreads two classes to the ends, one to the middle, and gathers many in thirds of the territories', () => {
    const cut = (counts: number[]) => ({
      classification: { ...measureOf([]).classification, counts },
      worse: 'high' as const,
    });
    expect(stepsOfClasses(cut([90, 10]))).toEqual([0, 2]);
    expect(stepsOfClasses(cut([7]))).toEqual([1]);
    expect(stepsOfClasses(cut([10, 10, 10, 10, 10, 10]))).toEqual([0, 0, 1, 1, 2, 2]);
    expect(stepsOfClasses(cut([60, 10, 10, 10, 10]))).toEqual([0, 1, 2, 2, 2]);
    expect(stepsOfClasses(cut([0, 0, 0, 0]))).toEqual(
      [0, 0, 0, 0].map((_, at) => Math.floor((3 * (at + 0.5)) / 4)),
    );
  });

  it('refuses two measures of different territories', () => {
    expect(() => crossClassifications(measureOf([known(1)]), measureOf([]))).toThrow(RangeError);
  });

  it('numbers its squares by the second measure, then the first', () => {
    for (let square = 0; square < 9; square++) {
      const { first, second } = stepsOfSquare(square);
      expect(squareOf(first, second)).toBe(square);
    }
    expect(stepsOfSquare(5)).toEqual({ first: 2, second: 1 });
  });
});
