import { writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { slugOf } from '../../src/lib/domain/territory/slug.ts';
import type { Zone } from '../../src/lib/domain/zones/zone.ts';
import { loadSources } from '../../src/lib/server/import/load.ts';
import { drawView } from '../../src/lib/server/map-view/draw-view.ts';
import { Snapshot } from '../../src/lib/server/queries/snapshot.ts';
import { neighbourhoodsOf, readZoneOutlines } from '../../src/lib/server/queries/zones.ts';
import { readMapView } from '../../src/lib/view/read-map-view.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { writeFiles, type Files } from '../support/files.ts';

let test: TestDatabase;
let data: Snapshot;
let files: Files;
let zone: Zone;

beforeAll(async () => {
  test = await openTestDatabase('demonstration');
  [data, files] = await Promise.all([Snapshot.read(test.db), writeFiles()]);
  const [first] = (await neighbourhoodsOf(test.db, data)) ?? [];
  if (!first) throw new Error('the demonstration has no neighbourhood');
  zone = first;
});

afterAll(async () => {
  await files.remove();
  await test.drop();
});

async function draw(query: string) {
  const { view } = readMapView(new URLSearchParams(query));
  const sheet = await drawView(data, test.db, view, '24 novembre 2026');
  if (!sheet) throw new Error(`${query} draws nothing`);
  return { zones: sheet.figure.zones ?? [], notes: sheet.notes.join(' '), counted: sheet.counted };
}

/** The intercommunalité of the first neighbourhood: near enough for an outline to be seen. */
const near = (): string => {
  const epci = data.territories.get('commune', zone.communes[0] ?? '')?.epci;
  return `n=commune&t=${slugOf('epci', epci ?? '')}`;
};

it('an image has the neighbourhoods that its address asks for, with their source, and no other', async () => {
  const { zones, notes } = await draw('n=commune&t=99&z=qpv');
  expect(zones.map(({ kind, d, points }) => [kind, d, points.length])).toEqual([['qpv', '', 3]]);
  expect(notes).toContain('(QPV) : ANCT, 2024.');
  const bare = await draw('n=commune&t=99');
  expect(bare.zones).toEqual([]);
  expect(bare.notes).not.toContain('QPV');
});

it('a level that is left to the image is that of the members of what it frames', async () => {
  const commune = zone.communes[0] ?? '';
  expect((await draw(`t=${commune}`)).counted).toBe('communes');
  expect((await draw('t=99')).counted).toBe('communes');
  expect((await draw('')).counted).toBe('départements');
});

it('draws outlines near by, of what it frames', async () => {
  const { zones } = await draw(`${near()}&z=qpv`);
  expect(zones).toEqual([
    { kind: 'qpv', d: expect.stringMatching(/^M[\d.]+ [\d.]+l/) as string, points: [] },
  ]);
});

it('says what it does not draw: what is not loaded, and IRIS from afar', async () => {
  const { zones, notes } = await draw(`${near()}&z=iris`);
  expect(zones).toEqual([]);
  expect(notes).toMatch(/IRIS \(quartiers de l’Insee\) : non chargé/);

  const [outline] = (await readZoneOutlines(test.db, 'qpv', [zone.code])).values();
  const properties = {
    code_iris: `${zone.communes[0]}0101`,
    nom_iris: 'Centre',
    insee_com: zone.communes[0],
  };
  const geometry = { type: 'MultiPolygon', coordinates: outline };
  const features = [{ type: 'Feature', properties, geometry }];
  await writeFile(files.path('iris.geojson'), JSON.stringify({ type: 'FeatureCollection', features }));
  expect(await loadSources(test.db, files.origin, { only: ['iris'] })).toContainEqual(
    expect.objectContaining({ source: 'iris', outcome: 'loaded' }),
  );
  data = await Snapshot.read(test.db, data);
  expect((await draw(`${near()}&z=iris`)).zones.map(({ kind }) => kind)).toEqual(['iris']);
  const far = await draw('n=commune&t=99&z=iris');
  expect(far.zones).toEqual([]);
  expect(far.notes).toContain('Les IRIS sont trop petits');
});
