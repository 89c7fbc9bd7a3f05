import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MINIMUM_COVER } from '../../src/lib/domain/indicators/aggregate.ts';
import { indicator as find, INDICATORS, mayRedistribute } from '../../src/lib/domain/indicators/catalogue.ts';
import { cellAt } from '../../src/lib/domain/indicators/column.ts';
import { isKnown, type Cell } from '../../src/lib/domain/indicators/value.ts';
import type { Territory } from '../../src/lib/domain/territory/territory.ts';
import { readPerimeter, rollUp } from '../../src/lib/server/queries/perimeter.ts';
import { Snapshot } from '../../src/lib/server/queries/snapshot.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';

let database: TestDatabase;
let data: Snapshot;
let communes: readonly Territory[];

beforeAll(async () => {
  database = await openTestDatabase('demonstration');
  data = await Snapshot.read(database.db);
  communes = data.territories.all('commune');
});

afterAll(() => database.drop());

const aggregated = INDICATORS.filter(({ aggregate }) => aggregate.rule !== 'none');

/** Groups of these are made by the model itself, with figures finer than those of communes. */
const modelled = new Set(
  INDICATORS.filter(({ source }) => source === 'estimation-pauvrete').map(({ id }) => id),
);

const figure = (id: string, { ordinal }: Territory): Cell => {
  const column = data.column(id, 'commune');
  if (!column) throw new Error(`no column ${id}`);
  return cellAt(column, ordinal);
};

/** Columns are stored with seven significant digits. */
const expectClose = (cell: Cell, stored: Cell | null): void => {
  expect({ ...cell, value: 0 }).toEqual({ ...stored, value: 0 });
  if (cell.value === null || stored === null || stored.value === null) expect(cell.value).toBe(stored?.value);
  else expect(Math.abs(cell.value - stored.value)).toBeLessThanOrEqual(1e-4 + 1e-6 * Math.abs(stored.value));
};

describe.each(['epci', 'departement', 'france'] as const)(
  'a perimeter with the communes of a group (%s)',
  (level) => {
    it('rolls up to its figures', () => {
      for (const group of data.territories.all(level)) {
        // Optional sources without a file have no figure to roll up.
        const loaded = aggregated.filter(({ id }) => !modelled.has(id) && data.column(id, 'commune'));
        for (const indicator of loaded) {
          const stored = data.column(indicator.id, level);
          expectClose(
            rollUp(data, data.territories.communes(group), indicator),
            stored && cellAt(stored, group.ordinal),
          );
        }
      }
    });

    it('rolls up to its estimates, near enough', () => {
      for (const group of data.territories.all(level)) {
        for (const id of modelled) {
          const column = data.column(id, level);
          const stored = column && cellAt(column, group.ordinal);
          const cell = rollUp(data, data.territories.communes(group), find(id));
          expect([group.code, id, cell.state]).toEqual([group.code, id, stored?.state]);
          if (cell.value === null || stored?.value == null) continue;
          expect(Math.abs(cell.value - stored.value)).toBeLessThanOrEqual(1 + 0.002 * Math.abs(stored.value));
          if (cell.interval) {
            expect(cell.interval[0]).toBeLessThanOrEqual(cell.value);
            expect(cell.interval[1]).toBeGreaterThanOrEqual(cell.value);
          }
        }
      }
    });

    it('is told as that group, with exactly its figures', () => {
      for (const group of data.territories.all(level)) {
        const { same, figures } = readPerimeter(data, data.territories.communes(group));
        const told = same?.level === level ? group : same;
        expect(same).toBe(told);
        for (const { indicator, cell } of figures) {
          const stored = data.column(indicator, same?.level ?? level);
          if (find(indicator).aggregate.rule !== 'none')
            expect([indicator, cell]).toEqual([
              indicator,
              stored && cellAt(stored, (same as Territory).ordinal),
            ]);
        }
      }
    });
  },
);

/** A rate by its denominator, written out: no fall-back, so only where every denominator is known. */
function plainMean(
  id: string,
  weight: string,
  some: readonly Territory[],
): { value: number; cover: number } | null {
  let [sum, knownWeight, allWeight] = [0, 0, 0];
  for (const commune of some) {
    const [cell, own] = [figure(id, commune), figure(weight, commune)];
    if (!isKnown(own)) {
      if (commune.population) return null;
      continue;
    }
    allWeight += own.value;
    if (!isKnown(cell) || own.value === 0) continue;
    sum += cell.value * own.value;
    knownWeight += own.value;
  }
  return knownWeight === 0 ? null : { value: sum / knownWeight, cover: knownWeight / allWeight };
}

describe('any communes', () => {
  const some = () => fc.shuffledSubarray([...communes], { minLength: 1, maxLength: 40 });

  it('roll up as by hand, whatever their order', () => {
    fc.assert(
      fc.property(some(), fc.constantFrom('taux-de-pauvrete', 'fibre-2026', 'chomage'), (chosen, id) => {
        const indicator = find(id);
        const weight = 'weight' in indicator.aggregate ? indicator.aggregate.weight : '';
        const slow = plainMean(id, weight, chosen);
        fc.pre(slow !== null);
        const cell = rollUp(data, chosen, indicator);
        expect(cell.value).toBeCloseTo(slow.value, 3);
        expect(cell.cover).toBeCloseTo(slow.cover, 3);
        if (Math.abs(slow.cover - MINIMUM_COVER) > 1e-3)
          expect(cell.state === 'incomplete').toBe(slow.cover < MINIMUM_COVER);
        expect(rollUp(data, [...chosen].reverse(), indicator).state).toBe(cell.state);
      }),
      { numRuns: 300 },
    );
  });

  it('add up counts, and say when some are unknown', () => {
    fc.assert(
      fc.property(some(), (chosen) => {
        const { population, communes: count, figures } = readPerimeter(data, chosen);
        expect(count).toBe(chosen.length);
        expect(population).toBe(chosen.reduce((sum, commune) => sum + (commune.population ?? 0), 0));
        const elders = figures.find(({ indicator }) => indicator === 'personnes-65-ans-et-plus');
        const known = chosen.map((commune) => figure('personnes-65-ans-et-plus', commune)).filter(isKnown);
        if (known.length > 0)
          expect(elders?.cell.value).toBeCloseTo(
            known.reduce((sum, { value }) => sum + value, 0),
            3,
          );
      }),
    );
  });

  it('have their least and greatest among them, unknown ones never', () => {
    fc.assert(
      fc.property(some(), (chosen) => {
        for (const { indicator, spread } of readPerimeter(data, chosen).figures) {
          if (!spread) continue;
          const known = chosen.map((commune) => figure(indicator, commune)).filter(isKnown);
          const values = known.map(({ value }) => value);
          expect(spread.known).toBe(values.length);
          expect(spread.least.cell.value).toBe(Math.min(...values));
          expect(spread.greatest.cell.value).toBe(Math.max(...values));
          expect(chosen.some(({ ordinal }) => ordinal === spread.median.ordinal)).toBe(true);
        }
      }),
      { numRuns: 50 },
    );
  });
});

it('an empty perimeter, and one commune, are told as such', () => {
  const nothing = readPerimeter(data, []);
  expect(nothing).toMatchObject({ communes: 0, population: 0, parents: [] });
  for (const { cell, spread } of nothing.figures) expect([isKnown(cell), spread]).toEqual([false, null]);
  const [one] = communes.filter(({ population }) => (population ?? 0) > 0);
  const alone = readPerimeter(data, [one as Territory]);
  expect(alone.parents.map(({ level }) => level)).toContain('departement');
  const fibre = alone.figures.find(({ indicator }) => indicator === 'fibre-2026');
  expect(fibre?.cell).toEqual(figure('fibre-2026', one as Territory));
});

it('lists no figure of a source that may not be redistributed', () => {
  for (const { indicator, spread, cell } of readPerimeter(data, communes).figures) {
    if (mayRedistribute(find(indicator))) continue;
    expect([indicator, spread, cell.value]).toEqual([indicator, null, null]);
  }
});

it('without estimates, nothing of a perimeter is estimated', () => {
  const shown = readPerimeter(data, communes);
  const hidden = readPerimeter(data, communes, false);
  expect(hidden.estimated).toBe(shown.estimated);
  expect(shown.figures.some(({ cell }) => cell.state === 'estimated')).toBe(shown.estimated);
  for (const { cell, spread, comparisons } of hidden.figures) {
    const cells = [cell, ...comparisons.map(({ cell: other }) => other)];
    const points = spread ? [spread.least, spread.median, spread.greatest].map(({ cell: one }) => one) : [];
    expect([...cells, ...points].some(({ state }) => state === 'estimated')).toBe(false);
  }
});
