import type { TileRow } from '#lib/server/queries/tiles.ts';
import { serveTile } from '#lib/server/tiles/serve-tile.ts';
import { TileShelf } from '#lib/server/tiles/shelf.ts';
import { MAX_ZOOM, MIN_ZOOM } from '#lib/server/tiles/zooms.ts';
import { rounded, timed } from './measure.ts';
import { plainIndex, plainTile, type PlainOutline } from './plain-tiles.ts';

const ZOOMS = [5, 8, 11];
/** Tiles asked for at each zoom, spread over the set. */
const SAMPLE = 300;

interface Throughput {
  zoom: number;
  tiles: number;
  fromMemoryPerSecond: number;
  builtOnDemandPerSecond: number;
  timesFaster: number;
}

/** Requests a second, in this process: our handler on tiles in memory, geojson-vt on tiles never asked before. */
export async function servingThroughput(
  tiles: readonly TileRow[],
  outlines: PlainOutline[],
): Promise<Throughput[]> {
  const shelf = await TileShelf.fill(oneBatch(tiles));
  const figures: Throughput[] = [];
  for (const zoom of ZOOMS) {
    const ofZoom = tiles.filter(({ z }) => z === zoom);
    const step = Math.max(1, Math.floor(ofZoom.length / SAMPLE));
    const asked = ofZoom.filter((_, i) => i % step === 0);
    const memory = await fromMemory(shelf, asked);
    const demand = await onDemand(outlines, asked);
    figures.push({
      zoom,
      tiles: asked.length,
      fromMemoryPerSecond: rounded(memory),
      builtOnDemandPerSecond: rounded(demand),
      timesFaster: rounded(memory / demand),
    });
  }
  return figures;
}

async function* oneBatch(tiles: readonly TileRow[]): AsyncGenerator<readonly TileRow[]> {
  yield tiles;
}

/** Whole answers, body read to its end. Several rounds: one is over in a few milliseconds. */
async function fromMemory(shelf: TileShelf, asked: readonly TileRow[]): Promise<number> {
  const current = { hash: 'bench', minZoom: MIN_ZOOM, maxZoom: MAX_ZOOM };
  const rounds = Math.ceil(3000 / asked.length);
  const { ms } = await timed(async () => {
    for (let round = 0; round < rounds; round++) {
      for (const { level, z, x, y } of asked) {
        const request = { tileset: 'bench', level, z: `${z}`, x: `${x}`, y: `${y}` };
        const headers = { acceptEncoding: 'gzip', ifNoneMatch: null };
        const response = await serveTile({ ...request, ...headers }, current, () => Promise.resolve(shelf));
        await response.arrayBuffer();
      }
    }
  });
  return (rounds * asked.length * 1000) / ms;
}

/** A fresh index, its first levels cut already; what it cuts on the way to a tile it keeps, to its advantage. */
async function onDemand(outlines: PlainOutline[], asked: readonly TileRow[]): Promise<number> {
  const index = plainIndex(outlines);
  const { ms } = await timed(() => {
    for (const { z, x, y } of asked) plainTile(index, z, x, y, 6);
  });
  return (asked.length * 1000) / ms;
}
