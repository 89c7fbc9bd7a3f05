/** What a browser knows of a level's territories: parallel lists, in the order of the columns. */
export interface TerritoryLists {
  codes: string[];
  names: string[];
  /** Code of the département, `null` where a territory has none. */
  departements: (string | null)[];
  populations: (number | null)[];
  /** Degrees WGS 84, four decimals (about 10 m). */
  lats: (number | null)[];
  lons: (number | null)[];
  /** Places in their columns of the intercommunality and of the région; −1 without one. */
  epcis: number[];
  regions: number[];
  /** Of communes only. */
  postcodes?: string[][];
}
