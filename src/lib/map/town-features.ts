import type { FeatureCollection, Point } from 'geojson';

/** A commune that may be named on the map. */
export interface Town {
  name: string;
  lon: number;
  lat: number;
  population: number;
}

interface TownProperties {
  name: string;
  /** From the most populous, 0. */
  rank: number;
  /** First zoom of its name. */
  zoom: number;
  /** Text size at the widest zoom, pixels. */
  size: number;
}

/** How many of the most populous communes are named from each zoom on, and how large. */
const STEPS: readonly { zoom: number; towns: number; size: number }[] = [
  { zoom: 4, towns: 12, size: 14 },
  { zoom: 5, towns: 30, size: 13 },
  { zoom: 6, towns: 80, size: 12.5 },
  { zoom: 7, towns: 250, size: 12 },
  { zoom: 8, towns: 700, size: 12 },
  { zoom: 9, towns: 2000, size: 11.5 },
  { zoom: 9.5, towns: 8000, size: 11 },
  { zoom: 10.5, towns: 40_000, size: 11 },
];

/** The names of the most populous communes, with the zoom each appears at. */
export function townFeatures(towns: readonly Town[]): FeatureCollection<Point, TownProperties> {
  const most = STEPS.at(-1)?.towns ?? 0;
  const largest = [...towns].sort((a, b) => b.population - a.population).slice(0, most);
  return {
    type: 'FeatureCollection',
    features: largest.map(({ name, lon, lat }, rank) => {
      const { zoom, size } = STEPS.find((step) => rank < step.towns) ?? { zoom: 10.5, size: 11 };
      return {
        type: 'Feature',
        geometry: { type: 'Point', coordinates: [lon, lat] },
        properties: { name, rank, zoom, size },
      };
    }),
  };
}
