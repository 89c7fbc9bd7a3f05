import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PairList } from '../reach.ts';
import { communeDestination, communeOfDestination } from './destination.ts';
import { checkTravelRows, travelColumns } from './travel-rows.ts';
import { answerableLimit, nearestInTime, reachToAnswering, type TravelTimes } from './travel.ts';

function timesOf(rows: readonly (readonly (number | null)[])[], most: number | null): TravelTimes {
  const starts = new Int32Array(rows.length + 1);
  const pairs = new PairList();
  rows.forEach((row, i) => {
    row.forEach((minutes, place) => {
      if (minutes !== null) pairs.push(place, minutes);
    });
    starts[i + 1] = pairs.length;
  });
  return {
    reach: { starts, ...pairs.cut(), unit: 'minutes', supplyCount: rows[0]?.length ?? 0 },
    most,
    steps: null,
  };
}

const matrix = fc.integer({ min: 1, max: 6 }).chain((places) =>
  fc.tuple(
    fc.array(fc.array(fc.option(fc.nat(60)), { minLength: places, maxLength: places }), {
      minLength: 1,
      maxLength: 8,
    }),
    fc.array(fc.boolean(), { minLength: places, maxLength: places }),
    fc.option(fc.constant(60)),
  ),
);

describe('travel times', () => {
  it('give the least time to a place that answers; a hole is far only when the source says so', () => {
    fc.assert(
      fc.property(matrix, ([rows, answering, most]) => {
        const answers = Uint8Array.from(answering, Number);
        const homes = new Int32Array(answering.length).fill(-1);
        const { distances, indices } = nearestInTime(timesOf(rows, most), answers, homes);
        rows.forEach((row, i) => {
          const given = row.filter((minutes, place) => minutes !== null && answering[place]) as number[];
          if (given.length > 0) {
            expect(distances[i]).toBe(Math.min(...given));
            expect(row[indices[i] as number]).toBe(distances[i]);
          } else if (most !== null && row.some((minutes) => minutes !== null))
            expect([distances[i], indices[i]]).toEqual([Infinity, -1]);
          else expect(distances[i]).toBeNaN();
        });
      }),
      { numRuns: 500 },
    );
  });

  it('put a place of the commune at nothing, and number the places that answer anew', () => {
    const times = timesOf(
      [
        [20, 5],
        [null, 30],
      ],
      null,
    );
    const { distances } = nearestInTime(times, Uint8Array.of(1, 0), [1, -1]);
    expect([...distances]).toEqual([20, 0]);
    const reach = reachToAnswering(times, [1]);
    expect([...reach.starts]).toEqual([0, 1, 2]);
    expect([...reach.supplies]).toEqual([0, 0]);
    expect([...reach.costs]).toEqual([5, 30]);
  });
});

describe('a matrix of travel times', () => {
  const known = {
    currentCommune: (code: string) => (code === '01001' ? '01001' : code === '01999' ? '01001' : null),
    isPlace: (id: string) => id.startsWith('l'),
  };
  const check = (rows: string[][]) =>
    checkTravelRows(
      rows,
      rows.map((_, at) => at + 2),
      { commune: 0, place: 1, minutes: 2 },
      known,
    );

  it('knows its columns by their names', () => {
    expect(travelColumns(['Code INSEE', 'Lieu', 'Durée'])).toEqual({ commune: 0, place: 1, minutes: 2 });
    expect(travelColumns(['a', 'from', 'to'])).toEqual({ commune: 1, place: 2, minutes: null });
  });

  it('keeps good pairs, repairs codes, and refuses the rest in words', () => {
    const { pairs, problems } = check([
      ['1001', 'l1', '12,5'],
      ['01999', 'l1', '9'],
      ['01001', 'l2', '0'],
      ['99999', 'l1', '3'],
      ['01001', 'x', '3'],
      ['01001', 'l3', '-4'],
      ['01001', 'l3', ''],
      ['01001', 'l3', 'dix'],
      ['01001', 'l3', '5400'],
    ]);
    expect(pairs).toEqual([
      { commune: '01001', place: 'l1', minutes: 9 },
      { commune: '01001', place: 'l2', minutes: 0 },
    ]);
    expect(problems.map(({ line, message }) => [line, message.slice(0, 20)])).toEqual([
      [5, 'commune inconnue « 9'],
      [6, 'lieu inconnu « x »'],
      [7, 'une durée ne peut pa'],
      [8, '«  » n’est pas une d'],
      [9, '« dix » n’est pas un'],
      [10, '5400 minutes font pl'],
    ]);
  });

  it('takes a commune as a destination, by its present code or the one before, unless a place is called so', () => {
    const { pairs, problems } = checkTravelRows(
      [
        ['01001', '01999', '7'],
        ['01001', '1001', '5'],
        ['01999', '01002', '3'],
        ['01001', '99999', '3'],
        ['01001', '2A999', '3'],
      ],
      [2, 3, 4, 5, 6],
      { commune: 0, place: 1, minutes: 2 },
      { ...known, isPlace: (id) => id === '01002' },
    );
    expect(pairs).toEqual([
      { commune: '01001', place: communeDestination('01001'), minutes: 5 },
      { commune: '01001', place: '01002', minutes: 3 },
    ]);
    expect(problems).toEqual([
      { line: 5, message: 'commune d’arrivée inconnue « 99999 »' },
      { line: 6, message: 'commune d’arrivée inconnue « 2A999 »' },
    ]);
    expect(pairs.map(({ place }) => communeOfDestination(place))).toEqual(['01001', null]);
  });

  it('does not depend on the order of its rows', () => {
    const row = fc.tuple(
      fc.constantFrom('01001', '01999', '2'),
      fc.constantFrom('l1', 'l2', 'x'),
      fc.integer({ min: -2, max: 90 }).map(String),
    );
    fc.assert(
      fc.property(fc.array(row, { maxLength: 20 }), (rows) => {
        const sorted = (pairs: { place: string }[]) =>
          [...pairs].sort((a, b) => (a.place < b.place ? -1 : 1));
        expect(sorted(check([...rows].reverse()).pairs)).toEqual(sorted(check(rows).pairs));
      }),
    );
  });
});

describe('answerableLimit', () => {
  it('is what was asked, or the greatest step that is not past it, or the least there is', () => {
    expect(answerableLimit({ steps: null }, 17)).toBe(17);
    const steps = [15, 30];
    expect([5, 15, 20, 30, 60].map((limit) => answerableLimit({ steps }, limit))).toEqual([
      15, 15, 15, 30, 30,
    ]);
  });
});
