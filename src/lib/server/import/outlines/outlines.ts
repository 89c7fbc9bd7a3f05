import { MAP_LEVELS, type MapLevel } from '../../../domain/territory/level.ts';
import type { Territories } from '../../../domain/territory/territories.ts';
import type { Territory } from '../../../domain/territory/territory.ts';
import { shapeBoxes, type Box } from '../../../geo/topology/boxes.ts';
import { buildTopology } from '../../../geo/topology/build-topology.ts';
import { mergeShapes } from '../../../geo/topology/merge.ts';
import { shapeCount, type Mosaic, type Topology } from '../../../geo/topology/mosaic.ts';
import { sharedBorders } from '../../../geo/topology/neighbours.ts';
import { presimplify, type Presimplified } from '../../../geo/topology/presimplify.ts';
import type { TileRow } from '../../queries/tiles.ts';
import { buildTiles } from '../../tiles/build-tiles.ts';
import { MAX_ZOOM, MIN_ZOOM, TILES_REVISION } from '../../tiles/zooms.ts';
import type { Refusal } from '../adapter.ts';
import { outlineRows, type OutlineRow, type OutlineShapes } from './outlines-rows.ts';
import { readOutlineFiles, type OutlineLevel } from './outlines-shapes.ts';

/** Outlines read and checked, ready to be written: the rows and tiles are made as they are asked for. */
export interface StagedOutlines {
  rowsRead: number;
  rowsKept: number;
  refused: Refusal[];
  /** Codes of the current communes that no file has an outline for. */
  missing: string[];
  /** Box of every territory drawn, by `level/code`, at full detail. */
  bboxes: Map<`${OutlineLevel}/${string}`, Box>;
  /** Ordinals of the communes that share a border, two by two. */
  borders: Uint32Array<ArrayBuffer>;
  outlines: AsyncIterable<OutlineRow>;
  tiles: AsyncIterable<TileRow[]>;
  minZoom: number;
  maxZoom: number;
  /** Part of the tileset's name: changes when the same files would give other tiles. */
  tilesRevision: number;
}

/** The territories of a level and their shapes. */
interface DrawnLevel {
  level: OutlineLevel;
  mosaic: Mosaic;
  territories: readonly Territory[];
}

const MERGED_LEVELS = ['epci', 'ept', 'departement', 'region'] as const;

/**
 * Reads the outline files and prepares outlines and tiles of every level from one topology.
 * `outlines` and `tiles` can be read once each, in any order. Throws an `ImportError` on a bad file.
 */
export async function stageOutlines(
  files: { communes: string; coarse: string | null },
  territories: Territories,
  report: (step: string) => void,
): Promise<StagedOutlines> {
  report('Lecture des contours');
  const { communes, arrondissements, rowsRead, rowsKept, refused } = await readOutlineFiles(
    files,
    territories,
  );
  report('Recherche des limites communes');
  const topology = buildTopology(communes.rings);
  const shapes = presimplify(topology);
  const parts = presimplify(buildTopology(arrondissements.rings));
  const levels: DrawnLevel[] = [
    { level: 'commune', mosaic: topology.pieces, territories: communes.territories },
    ...MERGED_LEVELS.map((level) => mergedLevel(topology, communes.territories, territories, level)),
  ];
  const ofParts: DrawnLevel = {
    level: 'arrondissement',
    mosaic: parts.topology.pieces,
    territories: arrondissements.territories,
  };
  const drawn = new Set(communes.territories.map(({ code }) => code));
  return {
    rowsRead,
    rowsKept,
    refused,
    missing: territories.all('commune').flatMap(({ code }) => (drawn.has(code) ? [] : [code])),
    bboxes: new Map([
      ...levels.flatMap((level) => boxes(topology, level)),
      ...boxes(parts.topology, ofParts),
    ]),
    borders: Uint32Array.from(
      [...sharedBorders(topology)].flatMap((pair) =>
        pair.map((shape) => communes.territories[shape]!.ordinal),
      ),
    ),
    outlines: makeOutlines(shapes, levels, parts, ofParts, report),
    tiles: makeTiles(shapes, levels, report),
    minZoom: MIN_ZOOM,
    maxZoom: MAX_ZOOM,
    tilesRevision: TILES_REVISION,
  };
}

function mergedLevel(
  topology: Topology,
  pieces: readonly Territory[],
  territories: Territories,
  level: (typeof MERGED_LEVELS)[number],
): DrawnLevel {
  const groups = territories.all(level);
  const groupOf = Int32Array.from(pieces, (piece) => {
    const code = piece[level];
    return (code === null ? undefined : territories.get(level, code))?.ordinal ?? -1;
  });
  return { level, mosaic: mergeShapes(topology, groupOf, groups.length), territories: groups };
}

function boxes(
  topology: Topology,
  { level, mosaic, territories }: DrawnLevel,
): [`${OutlineLevel}/${string}`, Box][] {
  return shapeBoxes(topology, mosaic).flatMap((box, shape) =>
    box ? [[`${level}/${territories[shape]!.code}`, box] as const] : [],
  );
}

async function* makeOutlines(
  shapes: Presimplified,
  levels: readonly DrawnLevel[],
  parts: Presimplified,
  ofParts: DrawnLevel,
  report: (step: string) => void,
): AsyncGenerator<OutlineRow> {
  report('Dessin des contours');
  yield* outlineRows(shapes, levels.map(asOutlines), 'local');
  yield* outlineRows(parts, [asOutlines(ofParts)], 'local');
  yield* outlineRows(shapes, levels.filter(({ level }) => level !== 'ept').map(asOutlines), 'national');
}

const asOutlines = ({ level, mosaic, territories }: DrawnLevel): OutlineShapes => ({
  level,
  mosaic,
  code: (shape) => territories[shape]!.code,
});

async function* makeTiles(
  shapes: Presimplified,
  levels: readonly DrawnLevel[],
  report: (step: string) => void,
): AsyncGenerator<TileRow[]> {
  const drawn = levels.flatMap(({ level, mosaic, territories }) =>
    isTiled(level) && shapeCount(mosaic) > 0
      ? [{ level, mosaic, territory: (shape: number) => territories[shape]! }]
      : [],
  );
  yield* buildTiles(shapes, drawn, (zoom) => report(`Tuiles, zoom ${zoom} sur ${MAX_ZOOM}`));
}

const isTiled = (level: OutlineLevel): level is MapLevel => (MAP_LEVELS as readonly string[]).includes(level);
