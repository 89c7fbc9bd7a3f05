import { booleanPointInPolygon } from '@turf/turf';
import type { TableRows } from '../../domain/tables/join/join-rows.ts';
import { pointKey } from '../../domain/tables/keys/match.ts';
import { readPoint } from '../../domain/tables/keys/match-gathered.ts';
import type { TableReading } from '../../domain/tables/reading.ts';
import type { Territories } from '../../domain/territory/territories.ts';
import type { Territory } from '../../domain/territory/territory.ts';
import type { Query } from '../db/client.ts';
import { inBatches } from '../db/batches.ts';
import { readOutlines } from '../queries/outlines.ts';
import { currentTileset } from '../queries/versions.ts';

/** Communes whose outlines are held at once: some megabytes. */
const BATCH = 300;

/** Side of the squares that communes are looked for in, degrees: a few times a commune. */
const SQUARE = 0.25;

type Point = { lat: number; lon: number };

/**
 * The communes of the points of a table, by the outlines, by `pointKey`; `null` for one at sea or abroad, and
 * for all where the outlines are not loaded.
 */
export async function locateTable(
  query: Query,
  { rows }: TableRows,
  { key, columns }: Pick<TableReading, 'key' | 'columns'>,
  territories: Territories,
): Promise<Map<string, string | null> | null> {
  if (key !== 'point' || !(await currentTileset({ query }))) return null;
  const points = new Map<string, Point>();
  for (const row of rows) {
    const second = columns.second === null ? null : (row[columns.second] ?? '');
    const point = readPoint(row[columns.main] ?? '', second);
    if (point) points.set(pointKey(point.lat, point.lon), point);
  }
  const squares = squaresOf(territories.all('commune'));
  const near = new Map<string, { key: string; point: Point }[]>();
  for (const [at, point] of points)
    for (const commune of squares.get(squareOf(point.lat, point.lon)) ?? [])
      if (isInBox(commune, point))
        (near.get(commune.code) ?? put(near, commune.code)).push({ key: at, point });
  const located = new Map<string, string | null>([...points.keys()].map((at) => [at, null]));
  for (const codes of inBatches([...near.keys()], BATCH)) {
    const outlines = await readOutlines({ query }, 'commune', 'local', codes);
    for (const [code, outline] of outlines)
      for (const { key: at, point } of near.get(code) ?? [])
        if (located.get(at) === null && booleanPointInPolygon([point.lon, point.lat], outline))
          located.set(at, code);
  }
  return located;
}

function put<Value>(map: Map<string, Value[]>, key: string): Value[] {
  const made: Value[] = [];
  map.set(key, made);
  return made;
}

const squareOf = (lat: number, lon: number): string =>
  `${Math.floor(lat / SQUARE)}/${Math.floor(lon / SQUARE)}`;

const isInBox = ({ bbox }: Territory, { lat, lon }: Point): boolean =>
  bbox !== null && lon >= bbox[0] && lon <= bbox[2] && lat >= bbox[1] && lat <= bbox[3];

function squaresOf(communes: readonly Territory[]): Map<string, Territory[]> {
  const squares = new Map<string, Territory[]>();
  for (const commune of communes) {
    if (!commune.bbox) continue;
    const [west, south, east, north] = commune.bbox;
    for (let lat = Math.floor(south / SQUARE); lat <= Math.floor(north / SQUARE); lat++)
      for (let lon = Math.floor(west / SQUARE); lon <= Math.floor(east / SQUARE); lon++) {
        const square = `${lat}/${lon}`;
        (squares.get(square) ?? put(squares, square)).push(commune);
      }
  }
  return squares;
}
