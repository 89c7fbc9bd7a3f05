import { writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { landOf } from '../../src/lib/domain/access/landmass.ts';
import { greatCircle } from '../../src/lib/domain/access/sphere.ts';
import type { Place } from '../../src/lib/domain/places/place.ts';
import type { Territories } from '../../src/lib/domain/territory/territories.ts';
import type { Territory } from '../../src/lib/domain/territory/territory.ts';
import { gapChange } from '../../src/lib/server/gaps/change.ts';
import { importMatrix } from '../../src/lib/server/jobs/travel-times.ts';
import { loadSources } from '../../src/lib/server/import/load.ts';
import { Snapshot } from '../../src/lib/server/queries/snapshot.ts';
import { DEFAULT_GAPS_VIEW } from '../../src/lib/view/gaps-view.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { writeFiles, type Files } from '../support/files.ts';

/** What changed since the edition of the places before, over the demonstration territory. */
const TODAY = '2026-11-25';
const FILE = 'lieux-mediation-numerique-data-inclusion_2023-02.json';
let database: TestDatabase;
let files: Files;

beforeAll(async () => {
  [database, files] = await Promise.all([openTestDatabase('demonstration'), writeFiles()]);
});

afterAll(async () => {
  await database.drop();
  await files.remove();
});

const country = (territories: Territories): Territory => {
  const found = territories.get('france', 'FR');
  if (!found) throw new Error('no country');
  return found;
};

/** Inhabitants of communes without a place, nor any within a distance of their centre: every pair is looked at. */
function countBeyond(territories: Territories, places: readonly Place[], metres: number): number {
  const homes = new Set(places.map(({ commune }) => commune));
  return territories.communes(country(territories)).reduce((sum, { code, lon, lat, population }) => {
    const near = places.some(
      (place) =>
        lon !== null &&
        lat !== null &&
        place.lon !== null &&
        place.lat !== null &&
        landOf(code) === landOf(place.commune) &&
        greatCircle(lon, lat, place.lon, place.lat) <= metres,
    );
    return near || homes.has(code) || lon === null ? sum : sum + (population ?? 0);
  }, 0);
}

const change = (data: Snapshot) =>
  gapChange(data, { ...DEFAULT_GAPS_VIEW, limit: 5 }, country(data.territories), TODAY);

it('says nothing of a first edition', async () => {
  const data = await Snapshot.read(database.db);
  expect([data.edition, data.former, change(data)]).toEqual([null, null, null]);
});

it('keeps the places before new files of their sources, and counts both', async () => {
  const before = await Snapshot.read(database.db);
  await files.change(FILE, (bytes) => {
    const places = JSON.parse(bytes.toString('utf8')) as { nom: string }[];
    const kept = places.filter((_, at) => at % 2 === 0);
    const [first] = kept;
    return JSON.stringify([
      ...kept,
      { ...first, id: 'nouveau', nom: 'Lieu tout nouveau', adresse: 'Ailleurs' },
    ]);
  });
  await loadSources(database.db, files.origin);
  const data = await Snapshot.read(database.db, before);
  const found = change(data);
  expect(data.former?.places).toEqual(before.places);
  expect(Object.keys(found?.editions ?? {}).sort()).toEqual([
    'france-services',
    'lieux-conseiller-numerique',
    'lieux-data-inclusion',
  ]);
  expect(found?.gained.map(({ name }) => name)).toEqual(['Lieu tout nouveau']);
  expect(found?.lost.length).toBeGreaterThan(10);
  expect(found?.lost.every(({ id }) => !data.places.some((place) => place.id === id))).toBe(true);
  const [was, is] = [before, data].map(({ territories, places }) => countBeyond(territories, places, 5_000));
  expect(found?.before.inhabitantsBeyond).toBe(was);
  expect(is).toBeGreaterThan(was as number);
  const plain = found?.sentence.replace(/[\u00a0\u202f]/g, '');
  expect(plain).toContain(`(${was} avant, ${is} maintenant)`);
});

it('does not count the same files, or what people change, as another edition', async () => {
  const before = await Snapshot.read(database.db);
  await loadSources(database.db, files.origin);
  const data = await Snapshot.read(database.db);
  expect(data.edition?.at).toEqual(before.edition?.at);
});

it('has no change to tell in minutes, which speak of the places in use', async () => {
  const { territories, places } = await Snapshot.read(database.db);
  await writeFile(
    files.path('matrice.csv'),
    `commune;lieu;minutes\n${places[0]?.commune};${places[0]?.id};5`,
  );
  await importMatrix(database.db, files.path('matrice.csv'), { most: null, now: new Date() });
  const data = await Snapshot.read(database.db);
  const asked = { ...DEFAULT_GAPS_VIEW, unit: 'min' as const };
  expect(gapChange(data, asked, country(territories), TODAY)).toBeNull();
});

it('forgets invented places once real ones come', async () => {
  await files.change(FILE, (bytes) => `${bytes.toString('utf8').trimEnd()}\n\n`);
  await loadSources(database.db, { ...files.origin, kind: 'mirror' });
  expect((await Snapshot.read(database.db)).edition).toBeNull();
});
