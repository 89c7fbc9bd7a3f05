import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { decodeTile } from '../../scripts/bench/decode-tile.ts';
import { inlandCommunes } from '../../scripts/bench/inland-communes.ts';
import type { MapLevel } from '../../src/lib/domain/territory/level.ts';
import { forEachEdge, tornEdges } from '../../src/lib/geo/torn-edges.ts';
import { buildTopology } from '../../src/lib/geo/topology/build-topology.ts';
import { openDatabase, type Database } from '../../src/lib/server/db/client.ts';
import { findMirror } from '../../src/lib/server/import/origin.ts';
import { readOutlineFiles } from '../../src/lib/server/import/outlines/outlines-shapes.ts';
import { contours } from '../../src/lib/server/import/sources/territory/contours.ts';
import { Snapshot } from '../../src/lib/server/queries/snapshot.ts';
import { readTiles } from '../../src/lib/server/queries/tiles.ts';
import { TileShelf } from '../../src/lib/server/tiles/shelf.ts';

/** Beyond 85° south, which the Web-Mercator square does not hold. */
const TERRE_ADELIE = '98414';

let database: Database;
let snapshot: Snapshot;
let shelf: TileShelf;
/** Addresses of the tiles of each level and zoom. */
const addresses = new Map<string, { x: number; y: number }[]>();
let inland: Set<string>;

beforeAll(async () => {
  database = openDatabase(inject('realDataUrl'));
  snapshot = await Snapshot.read(database);
  const rows = [];
  for await (const batch of readTiles(database, snapshot.tileset!.hash)) rows.push(...batch);
  for (const { level, z, x, y } of rows) {
    const key = `${level}/${z}`;
    addresses.set(key, [...(addresses.get(key) ?? []), { x, y }]);
  }
  shelf = await TileShelf.fill(
    (async function* () {
      yield rows;
    })(),
  );
  const path = `${findMirror(process.env, process.cwd())!.folder}/${contours.files[0]}`;
  const { communes } = await readOutlineFiles({ communes: path, coarse: null }, snapshot.territories);
  inland = inlandCommunes(buildTopology(communes.rings), communes.territories);
});

afterAll(() => database.close());

function* tilesOf(
  level: MapLevel,
  z: number,
): Generator<ReturnType<typeof decodeTile> & { x: number; y: number }> {
  for (const { x, y } of addresses.get(`${level}/${z}`) ?? [])
    yield { x, y, ...decodeTile(shelf.get(level, z, x, y)!) };
}

describe.each([5, 6, 7, 8, 9, 10, 11])('the tiles of the country at zoom %i', (zoom) => {
  it('tear no inland border, and lay those of parents on those of communes', () => {
    expect(inland.size).toBeGreaterThan(15_000);
    const total = { edges: 0, torn: 0, parents: 0, loose: 0 };
    for (const { x, y, features } of tilesOf('commune', zoom)) {
      const { edges, torn } = tornEdges(features, (code) => inland.has(code));
      total.edges += edges;
      total.torn += torn;
      const drawn = new Set<number>();
      forEachEdge(features, 4096, (edge) => drawn.add(edge));
      for (const level of ['epci', 'departement', 'region'] as const) {
        const parents = shelf.get(level, zoom, x, y);
        forEachEdge(parents ? decodeTile(parents).features : [], 4096, (edge) => {
          total.parents++;
          if (!drawn.has(edge)) total.loose++;
        });
      }
    }
    expect(total.edges).toBeGreaterThan(50_000);
    expect(total.parents).toBeGreaterThan(20_000);
    expect(total).toMatchObject({ torn: 0, loose: 0 });
  });

  it.each(['commune', 'epci', 'departement', 'region'] as const)(
    'shows every %s, under its ordinal',
    (level) => {
      const seen = new Set<string>();
      for (const { name, features } of tilesOf(level, zoom)) {
        expect(name).toBe(level);
        for (const { id, code } of features) {
          if (snapshot.territories.get(level, code)?.ordinal !== id)
            throw new Error(`${level} ${code} has the id ${id}`);
          seen.add(code);
        }
      }
      const lost = snapshot.territories
        .all(level)
        .filter(({ code, bbox }) => bbox !== null && !seen.has(code));
      expect(lost.map(({ code }) => code)).toEqual(level === 'commune' ? [TERRE_ADELIE] : []);
    },
  );
});

it('has an outline for all 34,969 communes', () => {
  expect(snapshot.territories.all('commune').filter(({ bbox }) => bbox === null)).toEqual([]);
});
