import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decodeContiguity, encodeContiguity } from './contiguity-file.ts';
import { contiguityOf } from './contiguity.ts';

it('gives back who borders whom', () => {
  const drawn = fc
    .integer({ min: 1, max: 40 })
    .chain((count) =>
      fc.tuple(
        fc.constant(count),
        fc.array(fc.tuple(fc.nat(count - 1), fc.nat(count - 1)), { maxLength: 80 }),
      ),
    );
  fc.assert(
    fc.property(drawn, ([count, pairs]) => {
      const contiguity = contiguityOf(count, pairs);
      expect(decodeContiguity(encodeContiguity(contiguity))).toEqual(contiguity);
    }),
    { numRuns: 500 },
  );
});

it('holds neighbours far apart in rank, and refuses what is no such file or is cut', () => {
  const far = contiguityOf(200_000, [
    [0, 65_534],
    [0, 65_535],
    [0, 199_999],
  ]);
  const bytes = encodeContiguity(far);
  expect(decodeContiguity(bytes)).toEqual(far);
  expect(() => decodeContiguity(bytes.subarray(0, 12))).toThrow(RangeError);
  expect(() => decodeContiguity(new Uint8Array(20))).toThrow('not a contiguity file');
});
