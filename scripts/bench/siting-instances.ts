import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { landsOf } from '#lib/domain/access/landmass.ts';
import { reachWithin, type LandedPoints } from '#lib/domain/access/reach.ts';
import { RADIANS } from '#lib/domain/access/sphere.ts';
import { countRule, grainOf, type SitingInstance } from '#lib/domain/siting/model/instance.ts';
import { listServices } from '#lib/domain/siting/model/lists.ts';
import { findMirrorFolder } from '../platform/mirror.mjs';

/** Reference instances stand beside the mirror; they are read there and never copied. */
function benchmark(...path: string[]): string {
  const mirror = findMirrorFolder();
  if (!mirror) throw new Error('the bench of siting needs the mirror and the benchmarks beside it');
  return join(mirror, '..', 'benchmarks', ...path);
}

const readText = async (path: string): Promise<string> =>
  (await promisify(gunzip)(await readFile(path))).toString();

/** Instances of OR-Library and their optima: for the report, never given to a solver. */
export async function pmedOptima(): Promise<Map<string, number>> {
  const text = await readFile(benchmark('orlib', 'optima.csv'), 'utf8');
  const rows = text.trim().split('\n').slice(1);
  return new Map(rows.map((row) => row.split(';')).map(([name, optimum]) => [name ?? '', Number(optimum)]));
}

/** A p-median of OR-Library (Beasley 1985): shortest paths by Floyd, every vertex customer and candidate. */
export async function pmedInstance(name: string): Promise<SitingInstance> {
  const numbers = (await readText(benchmark('orlib', `${name}.txt.gz`))).trim().split(/\s+/).map(Number);
  const [n, edges, p] = numbers as [number, number, number];
  const lengths = new Float64Array(n * n).fill(Infinity);
  for (let i = 0; i < n; i++) lengths[i * n + i] = 0;
  for (let edge = 0; edge < edges; edge++) {
    const [i, j, cost] = numbers.slice(3 + 3 * edge, 6 + 3 * edge) as [number, number, number];
    lengths[(i - 1) * n + j - 1] = lengths[(j - 1) * n + i - 1] = cost;
  }
  for (let k = 0; k < n; k++)
    for (let i = 0; i < n; i++)
      for (let j = 0; j < n; j++) {
        const through = (lengths[i * n + k] as number) + (lengths[k * n + j] as number);
        if (through < (lengths[i * n + j] as number)) lengths[i * n + j] = through;
      }
  const farthest = Float64Array.from({ length: n }, (_, i) =>
    Math.max(...lengths.subarray(i * n, i * n + n)),
  );
  const pair = (at: (pair: number) => number): Int32Array => Int32Array.from(lengths, (_, k) => at(k));
  const lists = listServices(farthest, n, {
    demands: pair((k) => Math.floor(k / n)),
    sites: pair((k) => k % n),
    costs: lengths,
  });
  return { lists, rule: countRule(n, p), offset: 0, grain: grainOf(lists) };
}

const SAN_FRANCISCO = { points: 5137, metres: 600, radius: 6_378_100 };

/** Covering in San Francisco (Máximo, Cordeau and Nascimento 2023), distances by arc cosine as they take them. */
export async function sanFrancisco(): Promise<Omit<SitingInstance, 'rule'>> {
  const { points, metres, radius } = SAN_FRANCISCO;
  const lines = (await readText(benchmark('mclp-sanfrancisco.txt.gz'))).split('\n');
  const places = lines
    .slice(5, 5 + points)
    .map((line) => line.trim().split(/\s+/).map(Number) as [number, number]);
  const weights = Float64Array.from(lines.slice(6 + points, 6 + 2 * points), Number);
  const demands: number[] = [];
  const sites: number[] = [];
  places.forEach(([lat1, lon1], i) =>
    places.forEach(([lat2, lon2], j) => {
      const cosine =
        Math.sin(lat1 * RADIANS) * Math.sin(lat2 * RADIANS) +
        Math.cos(lat1 * RADIANS) * Math.cos(lat2 * RADIANS) * Math.cos((lon1 - lon2) * RADIANS);
      if (radius * Math.acos(Math.min(1, cosine)) > metres) return;
      demands.push(i);
      sites.push(j);
    }),
  );
  const lists = listServices(weights, points, { demands, sites, costs: new Float64Array(demands.length) });
  return { lists, offset: 0, grain: grainOf(lists) };
}

export interface Commune {
  code: string;
  lon: number | null;
  lat: number | null;
  population: number | null;
}

export const pointsOf = (communes: readonly Commune[]): LandedPoints => ({
  lons: Float64Array.from(communes, ({ lon }) => lon ?? Number.NaN),
  lats: Float64Array.from(communes, ({ lat }) => lat ?? Number.NaN),
  lands: landsOf(communes.map(({ code }) => code)),
});

/** Covering people within some metres of the centre of a commune, each both demand and candidate. */
export function communesWithin(communes: readonly Commune[], metres: number, count: number): SitingInstance {
  const points = pointsOf(communes);
  const reach = reachWithin(points, points, metres);
  const demands = new Int32Array(reach.supplies.length);
  communes.forEach((_, i) => demands.fill(i, reach.starts[i], reach.starts[i + 1]));
  const people = Float64Array.from(communes, ({ population }) => population ?? 0);
  const lists = listServices(people, communes.length, {
    demands,
    sites: reach.supplies,
    costs: new Float64Array(demands.length),
  });
  return { lists, rule: countRule(communes.length, count), offset: 0, grain: grainOf(lists) };
}
