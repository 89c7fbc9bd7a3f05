import type { Level } from './level.ts';

/** Mainland, overseas département, or overseas collectivity (no national statistics). */
export type Zone = 'metro' | 'drom' | 'com';

/** A territory as the whole of Maillage knows it. Codes are text; unknown is `null`, never 0. */
export interface Territory {
  level: Level;
  code: string;
  name: string;
  /** Rank in the fixed order of its level (by code): the position of its value in every column. */
  ordinal: number;
  zone: Zone;
  /** Legal nature where there is one: CC, CA, CU, METRO, MET69, EPT. */
  kind: string | null;
  /** Municipal population, COG edition; `null` when the COG gives none. */
  population: number | null;
  /** Published centre of a commune, degrees WGS 84; for a group, the population-weighted mean. */
  lat: number | null;
  lon: number | null;
  surfaceKm2: number | null;
  /** Code of the commune an arrondissement belongs to. */
  commune: string | null;
  epci: string | null;
  ept: string | null;
  departement: string | null;
  region: string | null;
  postcodes: string[];
  /** West, south, east, north in degrees; `null` without an outline. */
  bbox: [number, number, number, number] | null;
}
