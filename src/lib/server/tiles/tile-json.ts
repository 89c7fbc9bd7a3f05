import { MAP_LEVELS, type MapLevel } from '../../domain/territory/level.ts';
import { ZONE_KINDS, type ZoneKind } from '../../domain/zones/zone.ts';
import { tuiles as words } from '../../messages/tuiles.ts';
import { zones as zoneWords } from '../../messages/zones.ts';

/** Name under which the tiles in use are always found, whatever the outlines loaded. */
export const CURRENT_TILESET = 'actuelles';

/** The stable addresses of TileJSON, `/tuiles/{word}.json`. */
const WORDS: Readonly<Record<MapLevel, string>> = {
  commune: 'communes',
  epci: 'intercommunalites',
  departement: 'departements',
  region: 'regions',
};

const ZONE_WORDS: Readonly<Record<ZoneKind, string>> = { qpv: 'quartiers-prioritaires', iris: 'iris' };

/** The level of a stable address; `undefined` for a word that is none. */
export const levelOfWord = (word: string): MapLevel | undefined =>
  MAP_LEVELS.find((level) => WORDS[level] === word);

/** The path of the TileJSON of a level that follows what is loaded. */
export const tileJsonPath = (level: MapLevel): string => `/tuiles/${WORDS[level]}.json`;

/** The kind of zones of a stable address; `undefined` for a word that is none. */
export const zoneKindOfWord = (word: string): ZoneKind | undefined =>
  ZONE_KINDS.find((kind) => ZONE_WORDS[kind] === word);

/** The path of the TileJSON of a kind of zones, once some are loaded. */
export const zoneTileJsonPath = (kind: ZoneKind): string => `/tuiles/${ZONE_WORDS[kind]}.json`;

/** Where the tiles of a level in use always are, as mapping software takes it. */
export const tileTemplate = (origin: string, level: MapLevel, tileset = CURRENT_TILESET): string =>
  `${origin}/tuiles/${tileset}/${level}/{z}/{x}/{y}`;

/** Where the tiles of a kind of zones in use always are. */
export const zoneTileTemplate = (origin: string, kind: ZoneKind, hash = CURRENT_TILESET): string =>
  `${origin}/tuiles/zones/${kind}/${hash}/{z}/{x}/{y}`;

/** What is said of every set of tiles. */
interface Described {
  /** Scheme and host of the site. */
  origin: string;
  tileset: { hash: string; minZoom: number; maxZoom: number };
  /** West, south, east, north; `null` when nothing has an outline. */
  bounds: readonly [number, number, number, number] | null;
  /** Where to look first: the middle of the mainland; `null` without one. */
  centre: readonly [lon: number, lat: number] | null;
  demonstration: boolean;
}

/** A description of the vector tiles of a level (TileJSON 3.0.0); `edition` is that of the codes and outlines. */
export const tileJson = ({ level, edition, ...told }: Described & { level: MapLevel; edition: string }) =>
  described(told, {
    id: level,
    name: words.names[level],
    description: words.description,
    template: tileTemplate(told.origin, level, told.tileset.hash),
    attribution: words.attribution(edition),
    fields: { code: words.code[level] },
  });

/** A description of the vector tiles of a kind of zones; `source` names their producer and edition. */
export const zoneTileJson = ({ kind, source, ...told }: Described & { kind: ZoneKind; source: string }) =>
  described(told, {
    id: kind,
    name: zoneWords.map.show[kind],
    description: words.zones.description,
    template: zoneTileTemplate(told.origin, kind, told.tileset.hash),
    attribution: source,
    fields: words.zones.fields,
  });

interface Layer {
  id: string;
  name: string;
  description: string;
  template: string;
  attribution: string;
  fields: Readonly<Record<string, string>>;
}

function described(
  { tileset: { minZoom: minzoom, maxZoom: maxzoom }, bounds, centre, demonstration }: Described,
  { id, name, description, template, attribution, fields }: Layer,
) {
  return {
    tilejson: '3.0.0',
    name,
    description,
    version: '1.0.0',
    scheme: 'xyz',
    tiles: [template],
    attribution: demonstration ? words.fictional : attribution,
    minzoom,
    maxzoom,
    ...(bounds && { bounds: [...bounds] }),
    ...(centre && { center: [...centre, minzoom + 1] }),
    vector_layers: [{ id, description: name, fields: { ...fields }, minzoom, maxzoom }],
  };
}
