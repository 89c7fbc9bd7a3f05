import type { FeatureCollection, MultiPolygon, Point } from 'geojson';
import type { InhabitedPoints } from '../domain/access/demand/demand-points.ts';
import type { CostUnit } from '../domain/access/reach.ts';
import type { SiteSheet } from '../domain/siting/frame/site-sheet.ts';
import { decodeHandFrame, type HandFrame } from '../domain/siting/hand/hand-frame.ts';
import type { Located } from '../domain/siting/hand/whereabouts.ts';
import { decodeFrame, type SitingFrame } from '../domain/siting/frame/siting-frame.ts';
import { decodeRoundsFrame, type RoundsFrame } from '../domain/siting/rounds/rounds-file.ts';
import { decodeInhabited } from '../domain/access/demand/inhabited-file.ts';
import { fromDisplayPayload, type DisplayPayload } from '../domain/classify/display-payload.ts';
import type { Classification } from '../domain/classify/classification.ts';
import { decodeColumn } from '../domain/indicators/column-file.ts';
import type { Column } from '../domain/indicators/column.ts';
import { decodeContiguity } from '../domain/spatial/contiguity-file.ts';
import type { Contiguity } from '../domain/spatial/contiguity.ts';
import { decodePlacePoints, type PlacePoints } from '../domain/places/place-points.ts';
import type { PlaceSheet } from '../domain/places/place-sheet.ts';
import type { MapLevel } from '../domain/territory/level.ts';
import type { TerritoryLists } from '../domain/territory/territory-lists.ts';
import { readBasemap, type Basemap } from '../map/plan-ign.ts';
import type { Suggestion } from '../ui/suggestion.ts';
import { SITING_PARAMETERS } from '../view/siting-view.ts';
import { LevelIndex } from './level-index.ts';

/** An answer that is not the one hoped for; `replaced` when newer data took its place. */
export class RequestError extends Error {
  readonly replaced: boolean;
  /** Whether it was asked of an edition of the data that is no longer the one served. */
  readonly outdated: boolean;

  constructor(path: string, status: number) {
    super(`${path}: ${status}`);
    this.replaced = status === 404 || status === 410;
    this.outdated = status === 409;
  }
}

async function ask(path: string): Promise<Response> {
  const response = await fetch(path);
  if (!response.ok) throw new RequestError(path, response.status);
  return response;
}

const bytesOf = async (path: string): Promise<Uint8Array> =>
  new Uint8Array(await (await ask(path)).arrayBuffer());

export const fetchColumn = async (indicator: string, level: MapLevel, hash: string): Promise<Column> =>
  decodeColumn(await bytesOf(`/colonnes/${indicator}/${level}/${hash}`));

/** Classes instead of figures, for a source that may not be redistributed; `query` holds method and count. */
export async function fetchClasses(
  indicator: string,
  level: MapLevel,
  query: string,
): Promise<Classification> {
  const response = await ask(`/carte/classes/${indicator}/${level}?${query}`);
  return fromDisplayPayload((await response.json()) as DisplayPayload);
}

/** Classes of an index that takes such figures; `query` holds the index and how it is cut. */
export async function fetchScoreClasses(level: MapLevel, query: string): Promise<Classification> {
  const response = await ask(`/carte/scores/${level}?${query}`);
  return fromDisplayPayload((await response.json()) as DisplayPayload);
}

export async function fetchIndex(level: MapLevel, hash: string): Promise<LevelIndex> {
  const response = await ask(`/colonnes/territoires/${level}/${hash}`);
  return new LevelIndex(level, (await response.json()) as TerritoryLists);
}

export const fetchPlaces = async (): Promise<PlacePoints> =>
  decodePlacePoints(await bytesOf('/lieux/affichage'));

/** What is said of a place, by its rank in the places of an edition. */
export const fetchPlaceSheet = async (rank: number, edition: number): Promise<PlaceSheet> =>
  (await (await ask(`/lieux/r${rank}/fiche?edition=${edition}`)).json()) as PlaceSheet;

export const fetchSuggestions = async (text: string): Promise<Suggestion[]> =>
  (await (await ask(`/recherche/suggestions?q=${encodeURIComponent(text)}`)).json()) as Suggestion[];

const PLAN_IGN = 'https://data.geopf.fr/annexes/ressources/vectorTiles/styles/PLAN.IGN/gris.json';

/** Past this the map does without: it is complete on its own ground. */
const BASEMAP_TIMEOUT_MS = 3000;

/** The Plan IGN, or `null` when it does not answer in time: offline is no failure. */
export async function fetchBasemap(): Promise<Basemap | null> {
  try {
    const response = await fetch(PLAN_IGN, { signal: AbortSignal.timeout(BASEMAP_TIMEOUT_MS) });
    return response.ok ? readBasemap(await response.json()) : null;
  } catch {
    return null;
  }
}

/** People of a group in each commune; `word` is its word in addresses. */
export const fetchGroup = async (word: string): Promise<Column> =>
  decodeColumn(await bytesOf(`/ecarts/groupe?qui=${encodeURIComponent(word)}`));

/** Which communes share a border. */
export const fetchContiguity = async (): Promise<Contiguity> =>
  decodeContiguity(await bytesOf('/ecarts/voisins'));

/** Where people live in the communes whose inhabited points were brought in. */
export const fetchInhabited = async (): Promise<InhabitedPoints> =>
  decodeInhabited(await bytesOf('/ecarts/habites'));

/** Minutes from each commune to the nearest place that answers; `query` asks the question. */
export const fetchMinutes = async (query: string): Promise<Column> =>
  decodeColumn(await bytesOf(`/ecarts/minutes?${query}`));

/** The outlines of the zones that a page of gaps describes; `query` asks the question. */
export const fetchZoneOutlines = async (query: string): Promise<FeatureCollection<MultiPolygon | Point>> =>
  (await (await ask(`/ecarts/contours?${query}`)).json()) as FeatureCollection<MultiPolygon | Point>;

/** People, places and candidates of a siting question, of an edition of the data; `query` asks it. */
export const fetchSitingFrame = async (query: string, edition: number): Promise<SitingFrame> =>
  decodeFrame(await bytesOf(`/implantation/probleme?edition=${edition}&${query}`));

/** People, places, communes and minutes that rounds are searched in, of an edition of the data; `query` asks them. */
export const fetchRoundsFrame = async (query: string, edition: number): Promise<RoundsFrame> =>
  decodeRoundsFrame(await bytesOf(`/implantation/tournees/probleme?edition=${edition}&${query}`));

/**
 * What sites are called, « kind-reference » each, in their order, and what is near them in a unit; `null` for
 * one that is not there.
 */
export async function fetchSiteSheets(
  sites: readonly string[],
  edition: number,
  unit: CostUnit,
): Promise<(SiteSheet | null)[]> {
  const query = new URLSearchParams([
    ['edition', String(edition)],
    ...(unit === 'minutes' ? [[SITING_PARAMETERS.unit, 'min']] : []),
    ...sites.map((site) => ['s', site]),
  ]);
  return (await (await ask(`/implantation/sites?${query}`)).json()) as (SiteSheet | null)[];
}

/** People and places of a territory for scenarios by hand, of an edition of the data; `query` asks the question. */
export const fetchHandFrame = async (query: string, edition: number): Promise<HandFrame> =>
  decodeHandFrame(await (await ask(`/implantation/atelier/cadre?edition=${edition}&${query}`)).text());

/** The commune that a point is in, « longitude_latitude », and its name. */
export const fetchPointCommune = async (
  point: string,
): Promise<{ located: Located; names: Readonly<Record<string, string>> }> =>
  (await (await ask(`/implantation/atelier/commune?p=${point}`)).json()) as {
    located: Located;
    names: Record<string, string>;
  };
