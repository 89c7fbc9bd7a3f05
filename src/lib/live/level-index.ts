import { landsOf } from '../domain/access/landmass.ts';
import { groupsByCode } from '../domain/need/reference.ts';
import type { MapLevel } from '../domain/territory/level.ts';
import { normaliseName } from '../domain/territory/search-text.ts';
import { slugOf } from '../domain/territory/slug.ts';
import type { TerritoryLists } from '../domain/territory/territory-lists.ts';
import { formatName } from '../format/territory.ts';
import type { Town } from '../map/town-features.ts';

const numbers = (values: readonly (number | null)[]): Float64Array =>
  Float64Array.from(values, (value) => value ?? Number.NaN);

type ParentLevel = 'epci' | 'departement' | 'region';

/** The parents of each level, the nearest first. */
const PARENTS: Record<MapLevel, readonly ParentLevel[]> = {
  commune: ['epci', 'departement', 'region'],
  epci: ['departement', 'region'],
  departement: ['region'],
  region: [],
};

interface GroupMembers {
  /** Group of each territory, −1 without one. */
  of: Int32Array;
  members: Record<number, number[]>;
}

function membersByGroup(of: Int32Array): GroupMembers {
  const members: Record<number, number[]> = {};
  of.forEach((group, ordinal) => group >= 0 && (members[group] ??= []).push(ordinal));
  return { of, members };
}

/** Names, people and centres of the territories of a level; NaN for what is unknown. */
export class LevelIndex {
  readonly level: MapLevel;
  readonly populations: Float64Array;
  readonly lats: Float64Array;
  readonly lons: Float64Array;
  /** Numbers of the lands that communes are on. */
  readonly lands: Uint8Array;
  readonly #file: TerritoryLists;
  readonly #groups: Partial<Record<ParentLevel, GroupMembers>> = {};
  #plain: string[] | null = null;
  #nameRanks: Int32Array | null = null;

  constructor(level: MapLevel, file: TerritoryLists) {
    this.level = level;
    this.#file = file;
    this.populations = numbers(file.populations);
    this.lats = numbers(file.lats);
    this.lons = numbers(file.lons);
    this.lands = landsOf(level === 'commune' ? file.codes : []);
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

  /** The place of a territory within each of its parents, those ranked there, and ties sharing it. */
  standings(ordinal: number, ranks: Int32Array): { parent: ParentLevel; rank: number; of: number }[] {
    const own = ranks[ordinal] ?? 0;
    return PARENTS[this.level].flatMap((parent) => {
      const groups = (this.#groups[parent] ??= membersByGroup(this.groups(parent)));
      const group = groups.of[ordinal] ?? -1;
      let rank = 1;
      let of = 0;
      for (const member of groups.members[group] ?? []) {
        const other = ranks[member] ?? 0;
        if (other === 0) continue;
        of++;
        if (other < own) rank++;
      }
      return of > 1 ? [{ parent, rank, of }] : [];
    });
  }

  /** A name as searches compare it. */
  plainName(ordinal: number): string {
    this.#plain ??= this.#file.names.map(normaliseName);
    return this.#plain[ordinal] ?? '';
  }

  /** Rank of each territory by name, then code. */
  nameRanks(): Int32Array {
    if (this.#nameRanks) return this.#nameRanks;
    const collator = new Intl.Collator('fr-FR', { numeric: true });
    const { names } = this.#file;
    const ranks = new Int32Array(names.length);
    names
      .map((name, ordinal) => ({ name, ordinal }))
      .sort((a, b) => collator.compare(a.name, b.name) || a.ordinal - b.ordinal)
      .forEach(({ ordinal }, rank) => (ranks[ordinal] = rank));
    return (this.#nameRanks = ranks);
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
