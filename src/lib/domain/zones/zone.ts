/** Neighbourhoods that are no territory of the COG: priority neighbourhoods, and statistical IRIS. */
export const ZONE_KINDS = ['qpv', 'iris'] as const;

export type ZoneKind = (typeof ZONE_KINDS)[number];

export const isZoneKind = (text: string): text is ZoneKind =>
  (ZONE_KINDS as readonly string[]).includes(text);

/** Polygons as GeoJSON has them, degrees WGS 84: of each polygon its exterior, then its holes, all closed. */
export type Polygons = readonly (readonly (readonly (readonly number[])[])[])[];

/** A zone without its outline. */
export interface Zone {
  kind: ZoneKind;
  /** « QN06901M », « 381850101 ». */
  code: string;
  name: string;
  /** Current INSEE codes of its communes, and of their arrondissements when the file names them. */
  communes: readonly string[];
  /** People, when the file says; `null` is unknown. */
  population: number | null;
  areaKm2: number;
  /** A point to look at: the middle of its largest part. */
  lon: number;
  lat: number;
  /** West, south, east, north, degrees. */
  bbox: readonly [number, number, number, number];
}
