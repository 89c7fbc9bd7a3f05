import fc from 'fast-check';
import { expect, it } from 'vitest';
import { RandomStream } from '../../random/stream.ts';
import { fitLikeness, groupDeviation, type GroupPart, type Likeness } from './groups.ts';

const anyPart: fc.Arbitrary<GroupPart> = fc.record({
  weight: fc.double({ min: 0, max: 100, noNaN: true }),
  shared: fc.double({ min: 0, max: 1, noNaN: true }),
  own: fc.double({ min: 0, max: 1, noNaN: true }),
  slope: fc.double({ min: 0, max: 2, noNaN: true }),
  epci: fc.integer({ min: -1, max: 4 }),
  departement: fc.integer({ min: 0, max: 2 }),
});

const anyLikeness: fc.Arbitrary<Likeness> = fc
  .record({
    departement: fc.double({ min: 0, max: 0.5, noNaN: true }),
    more: fc.double({ min: 0, max: 0.5, noNaN: true }),
    country: fc.double({ min: 0, max: 0.1, noNaN: true }),
  })
  .map(({ departement, more, country }) => ({ departement, epci: departement + more, country }));

/** The same variance by every pair of communes; an EPCI lies in one département here. */
function byPairs(parts: readonly GroupPart[], likeness: Likeness): number {
  let variance = 0;
  parts.forEach((a, i) =>
    parts.forEach((b, j) => {
      const sameEpci = a.epci >= 0 && a.epci === b.epci;
      const alike =
        i === j
          ? 1
          : (a.departement === b.departement ? likeness.departement : 0) +
            (sameEpci ? likeness.epci - likeness.departement : 0);
      variance += a.weight * a.shared * b.weight * b.shared * alike;
      variance += likeness.country ** 2 * a.weight * a.slope * b.weight * b.slope;
      if (i === j) variance += (a.weight * a.own) ** 2;
    }),
  );
  return Math.sqrt(Math.max(0, variance));
}

it('is the variance of every pair, added up by group', () => {
  fc.assert(
    fc.property(fc.array(anyPart, { maxLength: 25 }), anyLikeness, (parts, likeness) => {
      expect(groupDeviation(parts, likeness)).toBeCloseTo(byPairs(parts, likeness), 6);
    }),
  );
});

it('finds how much errors were made to resemble each other', () => {
  const stream = new RandomStream(5);
  const [ofDepartement, ofEpci] = [0.2, 0.5];
  const errors = Array.from({ length: 400 }, (_, departement) => {
    const wide = stream.normal();
    return Array.from({ length: 4 }, (_, e) => {
      const near = stream.normal();
      return Array.from({ length: 5 }, () => ({
        departement,
        epci: 4 * departement + e,
        deviation: 2,
        error:
          2 *
          (Math.sqrt(ofDepartement) * wide +
            Math.sqrt(ofEpci - ofDepartement) * near +
            Math.sqrt(1 - ofEpci) * stream.normal()),
      }));
    });
  }).flat(2);
  const likeness = fitLikeness(errors);
  expect(likeness.departement).toBeCloseTo(ofDepartement, 1);
  expect(likeness.epci).toBeCloseTo(ofEpci, 1);
});
