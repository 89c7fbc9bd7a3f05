import { MAP_LEVELS, type MapLevel } from '../../domain/territory/level.ts';
import { tuiles as words } from '../../messages/tuiles.ts';

/** Name under which the tiles in use are always found, whatever the outlines loaded. */
export const CURRENT_TILESET = 'actuelles';

/** The stable addresses of TileJSON, `/tuiles/{word}.json`. */
const WORDS: Readonly<Record<MapLevel, string>> = {
  commune: 'communes',
  epci: 'intercommunalites',
  departement: 'departements',
  region: 'regions',
};

/** The level of a stable address; `undefined` for a word that is none. */
export const levelOfWord = (word: string): MapLevel | undefined =>
  MAP_LEVELS.find((level) => WORDS[level] === word);

/** The path of the TileJSON of a level that follows what is loaded. */
export const tileJsonPath = (level: MapLevel): string => `/tuiles/${WORDS[level]}.json`;

/** Where the tiles of a level in use always are, as mapping software takes it. */
export const tileTemplate = (origin: string, level: MapLevel, tileset = CURRENT_TILESET): string =>
  `${origin}/tuiles/${tileset}/${level}/{z}/{x}/{y}`;

interface Described {
  /** Scheme and host of the site. */
  origin: string;
  level: MapLevel;
  tileset: { hash: string; minZoom: number; maxZoom: number };
  /** West, south, east, north; `null` when nothing has an outline. */
  bounds: readonly [number, number, number, number] | null;
  /** Where to look first: the middle of the mainland; `null` without one. */
  centre: readonly [lon: number, lat: number] | null;
  /** Edition of the codes and outlines. */
  edition: string;
  demonstration: boolean;
}

/** A description of the vector tiles of a level (TileJSON 3.0.0). */
export function tileJson({ origin, level, tileset, bounds, centre, edition, demonstration }: Described) {
  const { hash, minZoom: minzoom, maxZoom: maxzoom } = tileset;
  return {
    tilejson: '3.0.0',
    name: words.names[level],
    description: words.description,
    version: '1.0.0',
    scheme: 'xyz',
    tiles: [tileTemplate(origin, level, hash)],
    attribution: demonstration ? words.fictional : words.attribution(edition),
    minzoom,
    maxzoom,
    ...(bounds && { bounds: [...bounds] }),
    ...(centre && { center: [...centre, minzoom + 1] }),
    vector_layers: [
      {
        id: level,
        description: words.names[level],
        fields: { code: words.code[level] },
        minzoom,
        maxzoom,
      },
    ],
  };
}
