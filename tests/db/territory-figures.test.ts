import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { greatCircle } from '../../src/lib/domain/access/sphere.ts';
import { INDICATORS, mayRedistribute } from '../../src/lib/domain/indicators/catalogue.ts';
import { cellAt } from '../../src/lib/domain/indicators/column.ts';
import { NO_FILTER, matchesTraits, traitsOf, type PlaceFilter } from '../../src/lib/domain/places/filter.ts';
import { figureOf } from '../../src/lib/domain/report/portrait.ts';
import type { Territory } from '../../src/lib/domain/territory/territory.ts';
import { OpenTable } from '../../src/lib/server/export/table-export.ts';
import { territoriesTable } from '../../src/lib/server/export/territories-export.ts';
import { coverageOf, standardBreaks } from '../../src/lib/server/queries/access/coverage.ts';
import { portraitIndicators, readPortrait } from '../../src/lib/server/queries/portrait.ts';
import { prioritiesOf } from '../../src/lib/server/queries/priorities.ts';
import { nearestPlaces, reachOf } from '../../src/lib/server/queries/access/reach.ts';
import { Snapshot } from '../../src/lib/server/queries/snapshot.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';

let database: TestDatabase;
let data: Snapshot;
let communes: readonly Territory[];
let departement: Territory;

beforeAll(async () => {
  database = await openTestDatabase('demonstration');
  data = await Snapshot.read(database.db);
  communes = data.territories.all('commune');
  departement = data.territories.all('departement')[0] as Territory;
});

afterAll(() => database.drop());

const FILTERS: PlaceFilter[] = [
  NO_FILTER,
  { ...NO_FILTER, kinds: ['france-services'] },
  { ...NO_FILTER, free: true, assisted: true },
];

/** The distance to the nearest matching place, by trying them all. */
function slowDistance({ lon, lat }: Territory, filter: PlaceFilter): number {
  if (lon === null || lat === null) return Number.NaN;
  return data.places
    .filter((place) => matchesTraits(traitsOf(place), filter) && place.lon !== null && place.lat !== null)
    .reduce(
      (least, place) => Math.min(least, greatCircle(lon, lat, place.lon ?? 0, place.lat ?? 0)),
      Infinity,
    );
}

describe.each(FILTERS)('places that match %j', (filter) => {
  it('are as far from each commune as by trying them all', () => {
    const { distances } = reachOf(data, filter);
    for (const commune of communes) {
      expect(distances[commune.ordinal]).toBeCloseTo(slowDistance(commune, filter), 6);
    }
  });

  it('leave as many people beyond each distance as a plain count', async () => {
    const elders = data.column('personnes-65-ans-et-plus', 'commune');
    const { all, beyond } = coverageOf(data, communes, filter);
    expect(all.people).toBe(departement.population);
    for (const { metres, count } of beyond) {
      const far = communes.filter((commune) => slowDistance(commune, filter) > metres);
      expect(count.communes).toBe(far.length);
      expect(count.people).toBe(far.reduce((sum, { population }) => sum + (population ?? 0), 0));
      const old = far.reduce((sum, { ordinal }) => sum + ((elders && cellAt(elders, ordinal).value) ?? 0), 0);
      expect(count.elders).toBeCloseTo(old, 6);
      const grouped = count.byGroup.reduce((sum, people) => sum + people, 0);
      expect(grouped + count.groupUnknown).toBe(count.people);
    }
  });
});

it('the nearest places come in order, outside the communes left out', () => {
  const reach = reachOf(data);
  for (const commune of communes.slice(0, 40)) {
    if (commune.lon === null || commune.lat === null) continue;
    const centre = { lon: commune.lon, lat: commune.lat };
    const found = nearestPlaces(reach, centre, 5, (place) => place.commune === commune.code).map(
      ({ distance }) => distance ?? 0,
    );
    const slow = reach.places
      .filter((place) => place.commune !== commune.code && place.lon !== null && place.lat !== null)
      .map((place) => greatCircle(centre.lon, centre.lat, place.lon ?? 0, place.lat ?? 0))
      .sort((a, b) => a - b);
    found.forEach((distance, at) => expect(distance).toBeCloseTo(slow[at] ?? Number.NaN, 6));
  }
});

it('the nearest place has an address of its own wherever one of its commune has', async () => {
  const { places } = reachOf(data);
  let vague = 0;
  for (const commune of communes.slice(0, 60)) {
    const { nearest } = await readPortrait(data, commune, NO_FILTER);
    if (!nearest?.approximate) continue;
    vague++;
    const found = places.find(({ name, town }) => name === nearest.name && town === nearest.town);
    expect(
      places.filter(({ commune: of, position }) => of === found?.commune && position === 'given'),
    ).toEqual([]);
  }
  expect(vague).toBeLessThan(60);
});

it('the classes of standard of living hold a fifth of the people each, as far as communes allow', async () => {
  expect(standardBreaks(data)).toHaveLength(4);
  const { all } = coverageOf(data, communes, NO_FILTER);
  const known = all.people - all.groupUnknown;
  const largest = Math.max(...communes.map(({ population }) => population ?? 0));
  for (const people of all.byGroup) expect(Math.abs(people - known / 5)).toBeLessThanOrEqual(largest);
});

it('every commune with people is ordered or counted apart, once', async () => {
  const { order, unordered, empty } = await prioritiesOf(data, communes);
  const seen = [...order.map(({ ordinal }) => ordinal), ...unordered, ...empty].sort((a, b) => a - b);
  expect(seen).toEqual(communes.map(({ ordinal }) => ordinal));
  for (const { ordinal, mean, reasons, ranks } of order) {
    expect(communes[ordinal]?.population).not.toBe(0);
    expect(mean).toBeGreaterThan(0);
    expect(mean).toBeLessThan(1);
    for (const reason of reasons) expect(ranks[reason]).toBeDefined();
  }
});

describe('a portrait', () => {
  it('gives each figure as the column has it, beside those of its parents', async () => {
    for (const commune of communes.slice(0, 30)) {
      const portrait = await readPortrait(data, commune);
      const loaded = portraitIndicators().filter(({ id }) => data.column(id, 'commune'));
      expect(portrait.figures).toHaveLength(loaded.length);
      const column = data.column('niveau-de-vie-median', 'commune');
      expect(figureOf(portrait, 'niveau-de-vie-median')?.cell).toEqual(
        column && cellAt(column, commune.ordinal),
      );
    }
  });

  it('of a group counts the classes of its communes, whole', async () => {
    const portrait = await readPortrait(data, departement);
    const density = figureOf(portrait, 'densite')?.classes;
    const counted = (density?.classes ?? []).reduce(
      (sum, entry) => sum + entry.communes,
      density?.unknown.communes ?? 0,
    );
    expect(counted).toBe(communes.length);
    expect(portrait.coverage?.all.people).toBe(departement.population);
  });
});

it('an export has a state beside every figure, and no source that may not leave', () => {
  const table = OpenTable.of(
    territoriesTable(data, {
      title: 'Communes',
      date: '2026-11-24',
      level: 'commune',
      territories: communes,
      filter: NO_FILTER,
      notes: [],
    }),
  );
  const keys = new Set(table.fields.map(({ key }) => key));
  for (const indicator of INDICATORS) {
    if (indicator.id === 'population') continue;
    const leaves = keys.has(indicator.id);
    expect([indicator.id, leaves && !mayRedistribute(indicator)]).toEqual([indicator.id, false]);
    if (leaves) expect(keys.has(`${indicator.id}-etat`)).toBe(true);
  }
  expect(table.notes.join(' ')).toContain('Hors de ce fichier : Indice de fragilité numérique');
  let rows = 0;
  for (const { id, cells } of table.rows()) {
    rows++;
    expect(cells).toHaveLength(table.fields.length);
    expect(cells[0]).toBe(id);
    table.fields.forEach(({ key }, at) => {
      if (table.fields[at + 1]?.key !== `${key}-etat`) return;
      const known = /^(valeur|estimé)/.test(String(cells[at + 1]));
      expect([id, key, cells[at] !== null]).toEqual([id, key, known]);
    });
  }
  expect(rows).toBe(communes.length);
});
