import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decodeTile } from '../../scripts/bench/decode-tile.ts';
import { MAP_LEVELS } from '../../src/lib/domain/territory/level.ts';
import { forEachEdge, tornEdges } from '../../src/lib/geo/torn-edges.ts';
import { buildTopology } from '../../src/lib/geo/topology/build-topology.ts';
import { inlandGroups } from '../../src/lib/geo/topology/inland.ts';
import { readOutlineFiles } from '../../src/lib/server/import/outlines/outlines-shapes.ts';
import { contours } from '../../src/lib/server/import/sources/territory/contours.ts';
import { readOutlines } from '../../src/lib/server/queries/outlines.ts';
import { Snapshot } from '../../src/lib/server/queries/snapshot.ts';
import { readTiles, type TileRow } from '../../src/lib/server/queries/tiles.ts';
import { serveTile } from '../../src/lib/server/tiles/serve-tile.ts';
import { shelfOf } from '../../src/lib/server/tiles/shelf.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { writeFiles } from '../support/files.ts';

let test: TestDatabase;
let snapshot: Snapshot;
let tiles: TileRow[];
/** Communes with a neighbour on every side. */
let inland: Set<string>;

beforeAll(async () => {
  test = await openTestDatabase('demonstration');
  snapshot = await Snapshot.read(test.db);
  tiles = [];
  for await (const batch of readTiles(test.db, snapshot.tileset!.hash)) tiles.push(...batch);
  const files = await writeFiles();
  const { communes } = await readOutlineFiles(
    { communes: files.path(contours.files[0]!), coarse: null },
    snapshot.territories,
  );
  await files.remove();
  const each = Int32Array.from(communes.territories, (_, i) => i);
  const alone = inlandGroups(buildTopology(communes.rings), each, each.length);
  inland = new Set(communes.territories.filter((_, i) => alone[i]).map(({ code }) => code));
});

afterAll(() => test.drop());

const zooms = [4, 5, 6, 7, 8, 9, 10, 11];

describe('the tiles of the demonstration', () => {
  it('show every territory of every level at every zoom, under its ordinal', () => {
    expect(snapshot.tileset).toMatchObject({ minZoom: 4, maxZoom: 11 });
    for (const level of MAP_LEVELS) {
      const wanted = snapshot.territories.all(level).map(({ code }) => code);
      for (const zoom of zooms) {
        const seen = new Set<string>();
        for (const { bytes } of tiles.filter((tile) => tile.level === level && tile.z === zoom)) {
          const { name, extent, features } = decodeTile(bytes);
          expect([name, extent]).toEqual([level, 4096]);
          for (const { id, code } of features) {
            expect(snapshot.territories.get(level, code)?.ordinal).toBe(id);
            seen.add(code);
          }
        }
        expect([...seen].sort(), `${level}, zoom ${zoom}`).toEqual(wanted);
      }
    }
  });

  it.each(zooms)('tear no border at zoom %i, and those of parents lie on those of communes', (zoom) => {
    expect(inland.size).toBeGreaterThan(100);
    const at = (level: string): TileRow[] => tiles.filter((tile) => tile.level === level && tile.z === zoom);
    let edges = 0;
    for (const { x, y, bytes } of at('commune')) {
      const { features } = decodeTile(bytes);
      const counted = tornEdges(features, (code) => inland.has(code));
      edges += counted.edges;
      expect(counted.torn).toBe(0);
      const drawn = new Set<number>();
      forEachEdge(features, 4096, (edge) => drawn.add(edge));
      for (const level of ['epci', 'departement', 'region']) {
        const parents = at(level).find((tile) => tile.x === x && tile.y === y);
        forEachEdge(parents ? decodeTile(parents.bytes).features : [], 4096, (edge) =>
          expect(drawn).toContain(edge),
        );
      }
    }
    expect(edges).toBeGreaterThan(100);
  });

  it('are served from memory, the same bytes as stored', async () => {
    const { level, z, x, y, bytes } = tiles[0]!;
    const request = { tileset: snapshot.tileset!.hash, level, z: `${z}`, x: `${x}`, y: `${y}` };
    const headers = { acceptEncoding: 'gzip', ifNoneMatch: null };
    const response = await serveTile({ ...request, ...headers }, snapshot.tileset, (hash) =>
      shelfOf(test.db, hash),
    );
    expect(response.status).toBe(200);
    expect(Buffer.from(await response.arrayBuffer())).toEqual(Buffer.from(bytes));
    const [first, second] = [shelfOf(test.db, request.tileset), shelfOf(test.db, request.tileset)];
    expect(second).toBe(first);
    expect((await first).size).toBe(tiles.length);
  });

  it('are read again when they could not be, or when the set is gone', async () => {
    expect((await shelfOf(test.db, 'gone')).size).toBe(0);
    const again = shelfOf(test.db, snapshot.tileset!.hash);
    expect((await again).size).toBe(tiles.length);
    const failing = {
      sql: (() => {
        throw new Error('no database');
      }) as never,
    };
    await expect(shelfOf(failing, 'other')).rejects.toThrow('no database');
    expect((await shelfOf(test.db, snapshot.tileset!.hash)).size).toBe(tiles.length);
  });
});

describe('the outlines of the demonstration', () => {
  it('are there for every territory at the details they are drawn in', async () => {
    const levels = { commune: 2, epci: 2, departement: 2, region: 2, ept: 1, arrondissement: 1 } as const;
    for (const level of ['commune', 'epci', 'departement', 'region', 'ept', 'arrondissement'] as const) {
      const wanted = levels[level] === 2 ? (['local', 'national'] as const) : (['local'] as const);
      for (const detail of wanted) {
        const outlines = await readOutlines(test.db, level, detail);
        const drawable = snapshot.territories.all(level).filter(({ bbox }) => bbox !== null);
        expect([...outlines.keys()].sort(), `${level} ${detail}`).toEqual(drawable.map(({ code }) => code));
      }
    }
    for (const { bbox } of snapshot.territories.all('commune')) expect(bbox).not.toBeNull();
  });
});
