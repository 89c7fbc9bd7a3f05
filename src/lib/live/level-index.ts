import { groupsByCode } from '../domain/need/reference.ts';
import type { MapLevel } from '../domain/territory/level.ts';
import { slugOf } from '../domain/territory/slug.ts';
import { formatName } from '../format/territory.ts';
import type { Town } from '../map/town-features.ts';

/** The index of a level as the server sends it: parallel lists, in the order of the columns. */
export interface IndexFile {
  codes: string[];
  names: string[];
  departements: (string | null)[];
  populations: (number | null)[];
  lats: (number | null)[];
  lons: (number | null)[];
  /** Places in their columns of the intercommunality and of the région; −1 without one. */
  epcis: number[];
  regions: number[];
  /** Of communes only. */
  postcodes?: string[][];
}

const numbers = (values: readonly (number | null)[]): Float64Array =>
  Float64Array.from(values, (value) => value ?? Number.NaN);

/** Names, people and centres of the territories of a level; NaN for what is unknown. */
export class LevelIndex {
  readonly level: MapLevel;
  readonly populations: Float64Array;
  readonly lats: Float64Array;
  readonly lons: Float64Array;
  readonly #file: IndexFile;

  constructor(level: MapLevel, file: IndexFile) {
    this.level = level;
    this.#file = file;
    this.populations = numbers(file.populations);
    this.lats = numbers(file.lats);
    this.lons = numbers(file.lons);
  }

  get length(): number {
    return this.#file.codes.length;
  }

  /** « Grenoble (38) ». */
  name(ordinal: number): string {
    const { names, departements } = this.#file;
    return formatName({
      level: this.level,
      name: names[ordinal] ?? '',
      departement: departements[ordinal] ?? null,
    });
  }

  /** The territories that have a centre and people, to be named on the map. */
  towns(): Town[] {
    return this.#file.names.flatMap((name, i) => {
      const [lon, lat, population] = [
        this.lons[i] as number,
        this.lats[i] as number,
        this.populations[i] as number,
      ];
      return Number.isNaN(lon + lat + population) ? [] : [{ name, lon, lat, population }];
    });
  }

  /** The group of each territory in a reference set of its own parents. */
  groups(reference: 'epci' | 'departement' | 'region'): Int32Array {
    const { departements, epcis, regions } = this.#file;
    if (reference === 'departement') return groupsByCode(departements);
    return Int32Array.from(reference === 'epci' ? epcis : regions);
  }

  code(ordinal: number): string {
    return this.#file.codes[ordinal] ?? '';
  }

  /** The bare name, without its département. */
  bareName(ordinal: number): string {
    return this.#file.names[ordinal] ?? '';
  }

  postcodes(ordinal: number): readonly string[] {
    return this.#file.postcodes?.[ordinal] ?? [];
  }

  slug(ordinal: number): string {
    return slugOf(this.level, this.code(ordinal));
  }
}
