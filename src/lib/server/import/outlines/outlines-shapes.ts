import type { Position } from 'geojson';
import { basename } from 'node:path';
import type { Level } from '../../../domain/territory/level.ts';
import type { Territories } from '../../../domain/territory/territories.ts';
import type { Territory } from '../../../domain/territory/territory.ts';
import { ShapeRings } from '../../../geo/topology/shape-rings.ts';
import type { Refusal } from '../adapter.ts';
import { ImportError } from '../import-error.ts';
import { readFeatures, type FileFeature } from './outlines-file.ts';

/** Outlines as read: each shape of a collector and the territory it is. */
export interface ReadOutlines {
  communes: { rings: ShapeRings; territories: Territory[] };
  arrondissements: { rings: ShapeRings; territories: Territory[] };
  rowsRead: number;
  rowsKept: number;
  refused: Refusal[];
}

/**
 * Reads the outlines of the current communes from the fine file, and those of the collectivities
 * and of the municipal arrondissements from the coarse one, whose other rows are not looked at.
 * A row that cannot be used is refused with its reason; a file that is not one of outlines throws.
 */
export async function readOutlineFiles(
  files: { communes: string; coarse: string | null },
  territories: Territories,
): Promise<ReadOutlines> {
  const read: ReadOutlines = {
    communes: { rings: new ShapeRings(), territories: [] },
    arrondissements: { rings: new ShapeRings(), territories: [] },
    rowsRead: 0,
    rowsKept: 0,
    refused: [],
  };
  const seen = new Set<string>();
  await readInto(read, files.communes, seen, (code) => territories.get('commune', code));
  if (read.rowsKept === 0) {
    throw new ImportError('aucun contour n’est celui d’une commune actuelle', {
      file: basename(files.communes),
      column: 'code',
      expected: 'des codes de communes du code officiel géographique chargé',
    });
  }
  if (files.coarse !== null) {
    await readInto(
      read,
      files.coarse,
      seen,
      (code) => territories.get('arrondissement', code) ?? territories.get('commune', code),
      (territory) =>
        territory.level === 'commune' && (territory.zone !== 'com' || seen.has(`commune/${territory.code}`)),
    );
  }
  return read;
}

async function readInto(
  read: ReadOutlines,
  path: string,
  seen: Set<string>,
  find: (code: string) => Territory | undefined,
  skip: (territory: Territory) => boolean = () => false,
): Promise<void> {
  const file = basename(path);
  for await (const feature of readFeatures(path)) {
    const code = codeOf(feature, file);
    const territory = find(code);
    if (territory && skip(territory)) continue;
    read.rowsRead++;
    const reason = keep(read, territory, feature, seen);
    if (reason === null) read.rowsKept++;
    else
      read.refused.push({
        line: feature.line,
        code,
        reason: `${file}, objet n° ${feature.rank} : ${reason}`,
      });
  }
}

/** Takes one outline in; gives the reason when it cannot be. */
function keep(
  read: ReadOutlines,
  territory: Territory | undefined,
  feature: FileFeature,
  seen: Set<string>,
): string | null {
  if (!territory) return 'code qui n’est pas celui d’une commune actuelle';
  const key = `${territory.level}/${territory.code}`;
  if (seen.has(key)) return 'second contour du même code';
  const polygons = polygonsOf((feature.value as { geometry?: unknown }).geometry);
  if (typeof polygons === 'string') return polygons;
  const group = territory.level === 'arrondissement' ? read.arrondissements : read.communes;
  if (group.rings.add(polygons) === null) return 'contour sans surface';
  group.territories.push(territory);
  seen.add(key);
  return null;
}

function codeOf(feature: FileFeature, file: string): string {
  const value = feature.value as { type?: unknown; properties?: { code?: unknown } | null };
  const code = value.properties?.code;
  if (value.type === 'Feature' && typeof code === 'string' && code !== '') return code;
  throw new ImportError(`objet n° ${feature.rank} : la propriété « code » manque`, {
    file,
    line: feature.line,
    column: 'code',
    expected: 'un objet « Feature » avec ses propriétés « code » et « nom »',
  });
}

/** The polygons of a geometry, or why they cannot be used. */
function polygonsOf(geometry: unknown): Position[][][] | string {
  const { type, coordinates } = (geometry ?? {}) as { type?: unknown; coordinates?: unknown };
  if (type !== 'Polygon' && type !== 'MultiPolygon') return 'géométrie absente, ou qui n’est pas un polygone';
  const polygons: unknown = type === 'Polygon' ? [coordinates] : coordinates;
  if (!isListOf(polygons, (polygon) => isListOf(polygon, (ring) => isListOf(ring, isPosition)))) {
    return 'coordonnées illisibles, ou hors des limites de la longitude et de la latitude';
  }
  return polygons as Position[][][];
}

const isListOf = (value: unknown, test: (item: unknown) => boolean): boolean =>
  Array.isArray(value) && value.length > 0 && value.every(test);

/** Degrees that fit the globe. */
const isPosition = (value: unknown): boolean =>
  Array.isArray(value) &&
  typeof value[0] === 'number' &&
  typeof value[1] === 'number' &&
  Math.abs(value[0]) <= 180 &&
  Math.abs(value[1]) <= 90;

export type OutlineLevel = Extract<
  Level,
  'arrondissement' | 'commune' | 'epci' | 'ept' | 'departement' | 'region'
>;
