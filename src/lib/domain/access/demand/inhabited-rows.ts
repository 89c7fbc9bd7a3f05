import { namedColumns, writtenCode, writtenNumber } from '../named-columns.ts';

/** A point of a commune where people live, checked. */
export interface InhabitedPoint {
  /** Current INSEE code. */
  commune: string;
  lon: number;
  lat: number;
  people: number;
}

/** Names that a column may bear, without accents or capitals; those of the INSEE grids among them. */
const COLUMNS = {
  commune: ['commune', 'code_insee', 'insee', 'codgeo', 'code_commune', 'lcog_geo', 'depcom'],
  lon: ['lon', 'longitude', 'x', 'lng'],
  lat: ['lat', 'latitude', 'y'],
  people: ['habitants', 'population', 'pop', 'ind', 'people', 'personnes'],
} as const;

type Column = keyof typeof COLUMNS;

/** Which column is which; `null` for one that is not there. */
export const inhabitedColumns = (headings: readonly string[]): Record<Column, number | null> =>
  namedColumns<Column>(headings, COLUMNS);

/** What is known of communes, to check points against. */
export interface CommuneKnown {
  /** Current INSEE code. */
  code: string;
  name: string;
  /** West, south, east, north, degrees; `null` without outlines. */
  bbox: readonly [number, number, number, number] | null;
}

/** Degrees that a point may be past the box of its commune: cells of a grid are named by their middle. */
const MARGIN = 0.02;

/**
 * Checks inhabited points row by row: an unknown commune, a point that is not in it (longitude and latitude
 * the wrong way round, metres instead of degrees), or nobody there, is refused in words.
 */
export function checkInhabitedRows(
  rows: readonly (readonly string[])[],
  lines: readonly number[],
  columns: Record<Column, number>,
  communeOf: (code: string) => CommuneKnown | null,
): { points: InhabitedPoint[]; problems: { line: number; message: string }[] } {
  const points: InhabitedPoint[] = [];
  const problems: { line: number; message: string }[] = [];
  rows.forEach((cells, at) => {
    const read = (column: Column): string => (cells[columns[column]] ?? '').trim();
    const refuse = (message: string): void => void problems.push({ line: lines[at] ?? at + 1, message });
    const code = writtenCode(read('commune'));
    const commune = communeOf(code);
    if (!commune) return refuse(`commune inconnue « ${code} »`);
    const [lon, lat] = [writtenNumber(read('lon')), writtenNumber(read('lat'))];
    if (Number.isNaN(lon) || Number.isNaN(lat))
      return refuse(`« ${read('lon')} ; ${read('lat')} » n’est pas une longitude et une latitude en degrés`);
    const [west, south, east, north] = commune.bbox ?? [-180, -90, 180, 90];
    const isInside =
      lon >= west - MARGIN && lon <= east + MARGIN && lat >= south - MARGIN && lat <= north + MARGIN;
    if (!isInside)
      return refuse(
        `le point ${read('lon')} ; ${read('lat')} n’est pas dans la commune de ${commune.name} : longitude et latitude sont-elles inversées, ou en mètres ?`,
      );
    const people = writtenNumber(read('people'));
    if (!(people > 0)) return refuse(`« ${read('people')} » n’est pas un nombre d’habitants`);
    points.push({ commune: commune.code, lon, lat, people });
    return undefined;
  });
  return { points, problems };
}
