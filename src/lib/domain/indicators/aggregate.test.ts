import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aggregateCells, sumOver } from './aggregate.ts';
import { cellAt, emptyColumn, setCell } from './column.ts';
import { ABSENT, known, SECRET, STATES } from './value.ts';

const mean = { rule: 'mean', weight: 'w', label: 'pondéré' } as const;
const sum = { rule: 'sum' } as const;

describe('aggregateCells', () => {
  it('weighs a rate by its own denominator, never a plain mean', () => {
    const cell = aggregateCells(
      [
        { cell: known(10), weight: 900, population: 1000 },
        { cell: known(50), weight: 100, population: 100 },
      ],
      mean,
    );
    expect(cell).toEqual({ state: 'value', value: 14, cover: 1, marks: [] });
  });

  it('does not call a partial cover the rate of the territory', () => {
    const cell = aggregateCells(
      [
        { cell: known(20), weight: 730, population: 730 },
        { cell: SECRET, weight: 270, population: 270 },
      ],
      mean,
    );
    expect(cell).toEqual({ state: 'incomplete', value: 20, cover: 0.73, marks: [] });
  });

  it('does not take a missing denominator for a full cover', () => {
    const cell = aggregateCells(
      [
        { cell: known(20), weight: 100, population: 100 },
        { cell: SECRET, weight: null, population: 100 },
      ],
      mean,
    );
    expect(cell.state).toBe('incomplete');
    expect(cell.cover).toBe(0.5);
  });

  it('counts a commune without inhabitants nor denominator for nothing', () => {
    const cell = aggregateCells(
      [
        { cell: known(20), weight: 100, population: 100 },
        { cell: ABSENT, weight: null, population: 0 },
      ],
      mean,
    );
    expect(cell).toEqual({ state: 'value', value: 20, cover: 1, marks: [] });
  });

  it('is not computable when everything is secret, absent when nothing is there', () => {
    expect(aggregateCells([{ cell: SECRET, weight: 1, population: 1 }], mean)).toMatchObject({
      state: 'incomplete',
      value: null,
    });
    expect(aggregateCells([{ cell: ABSENT, weight: 1, population: 1 }], mean).state).toBe('absent');
    expect(aggregateCells([], mean).state).toBe('absent');
    expect(
      aggregateCells([{ cell: known(1), weight: 1, population: 1 }], { rule: 'none', reason: '' }).state,
    ).toBe('absent');
  });

  it('adds counts and says how many people they cover', () => {
    const cell = aggregateCells(
      [
        { cell: known(5), weight: null, population: 96 },
        { cell: ABSENT, weight: null, population: 4 },
      ],
      sum,
    );
    expect(cell).toEqual({ state: 'value', value: 5, cover: 0.96, marks: [] });
  });

  it('is estimated, with the widest interval, as soon as a part is', () => {
    const guess = { state: 'estimated', value: 8, cover: 1, marks: [], interval: [5, 12] } as const;
    const parts = [
      { cell: known(20), weight: 300, population: 300 },
      { cell: guess, weight: 100, population: 100 },
    ];
    expect(aggregateCells(parts, mean)).toEqual({
      state: 'estimated',
      value: 17,
      cover: 1,
      marks: [],
      interval: [16.25, 18],
    });
    expect(aggregateCells(parts, sum)).toMatchObject({ state: 'estimated', value: 28, interval: [25, 32] });
  });

  it('does not let an estimate hide what is still secret', () => {
    const guess = { state: 'estimated', value: 8, cover: 1, marks: [], interval: [5, 12] } as const;
    const cell = aggregateCells(
      [
        { cell: guess, weight: 50, population: 50 },
        { cell: SECRET, weight: 50, population: 50 },
      ],
      mean,
    );
    expect(cell).toEqual({ state: 'incomplete', value: 8, cover: 0.5, marks: [] });
  });

  it('keeps a mean between the least and the greatest, whatever the weights', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 1, max: 1e6 })), {
          minLength: 1,
          maxLength: 40,
        }),
        (rows) => {
          const cell = aggregateCells(
            rows.map(([value, weight]) => ({ cell: known(value), weight, population: weight })),
            mean,
          );
          const values = rows.map(([value]) => value);
          expect(cell.state).toBe('value');
          expect(cell.value).toBeGreaterThanOrEqual(Math.min(...values) - 1e-9);
          expect(cell.value).toBeLessThanOrEqual(Math.max(...values) + 1e-9);
        },
      ),
    );
  });
});

it('sumOver is the sum of the cells of a column', () => {
  const row = fc.record({
    state: fc.constantFrom(...STATES),
    value: fc.nat(500),
    wide: fc.option(fc.nat(40)),
    people: fc.oneof(fc.nat(900), fc.constant(Number.NaN)),
    asked: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 20 }), (rows) => {
      const column = emptyColumn(rows.length);
      rows.forEach(({ state, value, wide }, at) => {
        if (state === 'estimated' && wide !== null)
          setCell(column, at, { state, value, cover: 1, marks: [], interval: [value - wide, value + wide] });
        else if (state === 'value' || state === 'estimated')
          setCell(column, at, { state, value, cover: 1, marks: [] });
        else setCell(column, at, { state, value: null, cover: 0, marks: [] });
      });
      const people = rows.map((one) => one.people);
      const ordinals = rows.flatMap(({ asked }, at) => (asked ? [at] : []));
      const parts = ordinals.map((at) => ({
        cell: cellAt(column, at),
        weight: null,
        population: Number.isNaN(people[at]) ? null : (people[at] ?? null),
      }));
      expect(sumOver(column, ordinals, people)).toEqual(aggregateCells(parts, { rule: 'sum' }));
    }),
    { numRuns: 2_000 },
  );
});
