import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyColumn, setCell, type Column } from '../indicators/column.ts';
import { ABSENT, known, SECRET, type Cell } from '../indicators/value.ts';
import { blankPlace, type Place } from '../places/place.ts';
import { alarmsOf } from './alarms.ts';
import { compareColumns, type ColumnSetting } from './column-change.ts';
import type { EditionChanges } from './edition-changes.ts';
import { gapsChange, meshChange } from './mesh-change.ts';
import { isSameShapes, shapesChange } from './shapes-change.ts';

const columnOf = (cells: readonly Cell[]): Column => {
  const column = emptyColumn(cells.length);
  cells.forEach((cell, at) => setCell(column, at, cell));
  return column;
};

const settingOf = (count: number, rest: Partial<ColumnSetting> = {}): ColumnSetting => ({
  indicator: { id: 'chomage', kind: 'rate', worse: 'high' },
  level: 'commune',
  codes: Array.from({ length: count }, (_, at) => `c${at}`),
  people: Array.from({ length: count }, (_, at) => 100 * (at + 1)),
  departements: Array.from({ length: count }, (_, at) => (at % 2 === 0 ? '01' : '02')),
  ...rest,
});

describe('compareColumns', () => {
  it('counts what changed, came and went, in territories and in people', () => {
    const before = columnOf([known(10), known(20), known(30), SECRET, ABSENT, known(5)]);
    const after = columnOf([known(12), known(20), SECRET, known(7), ABSENT, known(1)]);
    const change = compareColumns(before, after, settingOf(6));
    expect(change).toMatchObject({
      territories: 6,
      known: { before: 4, after: 4 },
      changed: 2,
      people: 100 + 300 + 400 + 600,
      appeared: 1,
      vanished: { secret: 1, absent: 0, incomplete: 0 },
      median: { before: 15, after: 9.5 },
      rises: [{ code: 'c0', before: 10, after: 12 }],
      falls: [{ code: 'c5', before: 5, after: 1 }],
    });
  });

  it('a figure that becomes estimated is another figure', () => {
    const estimated: Cell = { state: 'estimated', value: 10, cover: 1, marks: [], interval: [8, 12] };
    const change = compareColumns(columnOf([known(10)]), columnOf([estimated]), settingOf(1));
    expect([change.changed, change.rises, change.falls]).toEqual([1, [], []]);
  });

  it('ranks from the fragile end, in the country and in each département', () => {
    const before = columnOf([known(1), known(2), known(3), known(4)]);
    const after = columnOf([known(9), known(2), known(3), known(4)]);
    const high = compareColumns(before, after, settingOf(4));
    expect(high.ranksInCountry).toEqual({
      ranked: 4,
      moved: 4,
      movers: [
        { code: 'c0', before: 4, after: 1 },
        { code: 'c3', before: 1, after: 2 },
        { code: 'c2', before: 2, after: 3 },
        { code: 'c1', before: 3, after: 4 },
      ],
    });
    expect(high.ranksInDepartement?.movers).toEqual([
      { code: 'c2', before: 1, after: 2 },
      { code: 'c0', before: 2, after: 1 },
    ]);
    const indicator = { id: 'revenu', kind: 'euros', worse: 'low' } as const;
    const low = compareColumns(before, after, settingOf(4, { indicator }));
    expect(low.ranksInCountry.movers[0]).toEqual({ code: 'c0', before: 1, after: 4 });
  });

  it('classes have no middle, and other levels no rank in a département', () => {
    const indicator = { id: 'densite', kind: 'category', worse: null } as const;
    const column = columnOf([known(1), known(2)]);
    const change = compareColumns(column, column, settingOf(2, { indicator, level: 'epci' }));
    expect([change.median, change.ranksInDepartement]).toEqual([null, null]);
  });

  const cell = fc.oneof(
    fc.constant(ABSENT),
    fc.constant(SECRET),
    fc.integer({ min: -50, max: 50 }).map((value) => known(value)),
  );
  const pair = fc
    .integer({ min: 0, max: 25 })
    .chain((length) =>
      fc.tuple(
        fc.array(cell, { minLength: length, maxLength: length }),
        fc.array(cell, { minLength: length, maxLength: length }),
      ),
    );
  const gone = ({ vanished }: { vanished: Record<string, number> }): number =>
    Object.values(vanished).reduce((sum, count) => sum + count, 0);

  it('the same edition changes nothing; the other way round, what came is what went', () =>
    fc.assert(
      fc.property(pair, ([was, is]) => {
        const [before, after] = [columnOf(was), columnOf(is)];
        const setting = settingOf(was.length);
        const same = compareColumns(before, before, setting);
        expect([same.changed, same.appeared, gone(same), same.people, same.ranksInCountry.moved]).toEqual([
          0, 0, 0, 0, 0,
        ]);
        const there = compareColumns(before, after, setting);
        const back = compareColumns(after, before, setting);
        expect([there.changed, there.appeared, gone(there), there.people]).toEqual([
          back.changed,
          gone(back),
          back.appeared,
          back.people,
        ]);
        expect(there.ranksInCountry.moved).toBe(back.ranksInCountry.moved);
        expect(there.known.before + there.appeared - gone(there)).toBe(there.known.after);
      }),
      { numRuns: 1_000 },
    ));

  it('ranks are those that one would count by hand', () =>
    fc.assert(
      fc.property(pair, ([was, is]) => {
        const count = (cells: readonly Cell[], at: number): number | null => {
          const value = cells[at]?.value ?? null;
          return value === null
            ? null
            : 1 + cells.filter((one) => one.value !== null && one.value > value).length;
        };
        const moved = was.filter((_, at) => {
          const [from, to] = [count(was, at), count(is, at)];
          return from !== null && to !== null && from !== to;
        });
        const { ranksInCountry } = compareColumns(columnOf(was), columnOf(is), settingOf(was.length));
        expect(ranksInCountry.moved).toBe(moved.length);
        for (const { code, before, after } of ranksInCountry.movers) {
          const at = Number(code.slice(1));
          expect([before, after]).toEqual([count(was, at), count(is, at)]);
        }
      }),
      { numRuns: 1_000 },
    ));
});

const place = (id: string, rest: Partial<Place> = {}): Place => ({
  ...blankPlace(id, `Lieu ${id}`),
  commune: '01001',
  ...rest,
});

it('places come, go and change, by what a person looks for', () => {
  const before = [place('a'), place('b', { hours: 'Mo-Fr 09:00-12:00' }), place('c')];
  const after = [
    place('b', { hours: 'Mo 09:00-12:00', updated: '2026-01-01' }),
    place('c', { note: 'x' }),
    place('d'),
  ];
  const change = meshChange(before, after);
  expect(change).toMatchObject({ places: { before: 3, after: 3 }, gained: 1, lost: 1, changed: 1 });
  expect(change.changedOnes).toEqual([{ id: 'b', name: 'Lieu b', commune: '01001', fields: ['hours'] }]);
  expect([change.gainedOnes[0]?.id, change.lostOnes[0]?.id]).toEqual(['d', 'a']);
});

it('areas come, go, move and are said otherwise, by their code', () => {
  const before = new Map([
    ['a', { drawn: '1', said: 'x' }],
    ['b', { drawn: '2', said: 'x' }],
    ['c', { drawn: '3', said: 'x' }],
    ['d', { drawn: '4', said: 'x' }],
  ]);
  const after = new Map([
    ['a', { drawn: '1', said: 'x' }],
    ['b', { drawn: '9', said: 'y' }],
    ['c', { drawn: '3', said: 'y' }],
    ['e', { drawn: '4', said: 'x' }],
    ['f', { drawn: '5', said: 'x' }],
  ]);
  const change = shapesChange(before, after);
  expect(change).toEqual({ areas: { before: 4, after: 5 }, gained: 2, lost: 1, moved: 1, described: 1 });
  expect([isSameShapes(change), isSameShapes(shapesChange(before, before))]).toEqual([false, true]);
});

it('people out of reach are told where they change most', () => {
  const before = {
    country: 30,
    departements: new Map([
      ['01', 10],
      ['02', 20],
      ['03', 5],
    ]),
  };
  const after = {
    country: 41,
    departements: new Map([
      ['01', 12],
      ['02', 24],
      ['03', 5],
    ]),
  };
  expect(gapsChange(before, after)).toEqual({
    country: { before: 30, after: 41 },
    departements: [
      { code: '02', before: 20, after: 24 },
      { code: '01', before: 10, after: 12 },
    ],
    moved: 2,
  });
});

describe('alarms', () => {
  const quiet: Omit<EditionChanges, 'alarms'> = {
    rows: { kept: { before: 100, after: 99 }, refused: { before: 0, after: 1 } },
    columns: [],
    sameColumns: 0,
    mesh: null,
    gaps: null,
    outlines: null,
    zones: null,
  };
  const change = (before: Cell[], after: Cell[]) => ({
    ...compareColumns(columnOf(before), columnOf(after), settingOf(before.length)),
    country: null,
  });

  it('an edition like the one before rings none', () => expect(alarmsOf(quiet)).toEqual([]));

  it('rows gone, rows refused, figures gone, a middle that moved: each rings', () => {
    const full = Array.from({ length: 10 }, (_, at) => known(at + 10));
    const alarms = alarmsOf({
      ...quiet,
      rows: { kept: { before: 100, after: 80 }, refused: { before: 1, after: 20 } },
      columns: [
        change(
          full,
          full.map((cell, at) => (at === 0 ? SECRET : cell)),
        ),
        change(
          full,
          full.map(({ value }) => known(2 * (value ?? 0))),
        ),
      ],
    });
    expect(alarms).toEqual([
      { kind: 'rows', before: 100, after: 80 },
      { kind: 'refused', refused: 20, read: 100 },
      { kind: 'figures', indicator: 'chomage', vanished: 1, known: 10 },
      { kind: 'middle', indicator: 'chomage', of: 'median', before: 14.5, after: 29 },
    ]);
  });

  it('places gone and people left out of reach ring', () => {
    const mesh = meshChange([place('a'), place('b')], [place('a')]);
    const gaps = gapsChange(
      { country: 10, departements: new Map() },
      { country: 20, departements: new Map() },
    );
    expect(alarmsOf({ ...quiet, mesh, gaps }).map(({ kind }) => kind)).toEqual(['places', 'gaps']);
  });
});
