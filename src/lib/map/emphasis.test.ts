import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  classOfCode,
  ESTIMATED_BIT,
  isEstimatedCode,
  UNCLASSED,
  unclassedOfCode,
} from '../domain/classify/classification.ts';
import { DIM_BIT, dimCodes, territoriesOfClass } from './emphasis.ts';

const code = fc.oneof(
  fc.integer({ min: 0, max: 15 }),
  fc.integer({ min: 0, max: 15 }).map((at) => at | ESTIMATED_BIT),
  fc.constantFrom(...Object.values(UNCLASSED)),
);

it('leaves what is kept as it is, and never lets the rest pass for a class, a state or an estimate', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(code, fc.boolean())), (rows) => {
      const codes = Uint8Array.from(rows, ([one]) => one);
      const dimmed = dimCodes(
        codes,
        Uint8Array.from(rows, ([, kept]) => (kept ? 1 : 0)),
      );
      rows.forEach(([one, kept], i) => {
        const drawn = dimmed[i] as number;
        if (kept) return expect(drawn).toBe(one);
        expect(Object.values(UNCLASSED)).not.toContain(drawn);
        expect(isEstimatedCode(drawn)).toBe(false);
        expect(drawn & DIM_BIT).toBe(classOfCode(one) === null ? 0 : DIM_BIT);
        expect(classOfCode(drawn)).toBe(classOfCode(one));
      });
    }),
  );
});

it('finds the territories of a class, estimated ones included', () => {
  const codes = Uint8Array.of(1, 2, 1 | ESTIMATED_BIT, UNCLASSED.secret);
  expect([...territoriesOfClass(codes, 1)]).toEqual([1, 0, 1, 0]);
  expect(unclassedOfCode(codes[3] as number)).toBe('secret');
});
