import fc from 'fast-check';
import { expect, it } from 'vitest';
import { spreadOf } from './spread.ts';

it('is the share of the reference strictly between the ends, counted one by one', () => {
  const figure = fc.integer({ min: 0, max: 20 });
  fc.assert(
    fc.property(
      fc.array(fc.option(figure), { maxLength: 6 }),
      fc.array(figure, { minLength: 1, maxLength: 40 }),
      (values, reference) => {
        const known = values.filter((value) => value !== null);
        const spread = spreadOf(values, Float64Array.from(reference).sort());
        if (known.length < 2) {
          expect(spread).toBeNull();
          return;
        }
        const between = reference.filter(
          (one) => one > Math.min(...known) && one < Math.max(...known),
        ).length;
        expect(spread).toBeCloseTo(between / reference.length, 12);
      },
    ),
    { numRuns: 2_000 },
  );
});

it('is unknown without a distribution', () => expect(spreadOf([1, 2], new Float64Array())).toBeNull());
