import type { AggregateLevel, Level } from './level.ts';
import { readSlug } from './slug.ts';
import type { Territory } from './territory.ts';

/** The parents of a territory, from the nearest to the country; absent ones are left out. */
export type Parents = Partial<Record<AggregateLevel | 'commune', Territory>>;

/** A commune that joined another; `name` is `null` where the COG keeps the code only. */
export interface FormerCommune {
  code: string;
  name: string | null;
  /** Code of the current commune. */
  current: string;
}

/**
 * The country in memory: every territory, found by level and code, by slug, by membership.
 * Built once from rows in any order; the order of each level is by code, as in every column.
 */
export class Territories {
  readonly #byLevel = new Map<Level, Territory[]>();
  readonly #byKey = new Map<string, Territory>();
  readonly #members = new Map<string, Territory[]>();
  readonly #formers: ReadonlyMap<string, FormerCommune>;

  constructor(rows: readonly Territory[], formers: readonly FormerCommune[] = []) {
    this.#formers = new Map(formers.map((former) => [former.code, former]));
    for (const row of rows) {
      const level = this.#byLevel.get(row.level) ?? [];
      level[row.ordinal] = row;
      this.#byLevel.set(row.level, level);
      this.#byKey.set(`${row.level}/${row.code}`, row);
    }
    for (const commune of this.all('commune')) {
      for (const level of ['epci', 'ept', 'departement', 'region'] as const) {
        const parent = commune[level];
        if (parent) this.#addMember(`${level}/${parent}`, commune);
      }
      if (commune.zone !== 'com') this.#addMember('france/FR', commune);
    }
    for (const part of this.all('arrondissement')) this.#addMember(`arrondissement-of/${part.commune}`, part);
  }

  #addMember(key: string, member: Territory): void {
    const members = this.#members.get(key);
    if (members) members.push(member);
    else this.#members.set(key, [member]);
  }

  /** All territories of a level, in the fixed order of the columns. */
  all(level: Level): readonly Territory[] {
    return this.#byLevel.get(level) ?? [];
  }

  get(level: Level, code: string): Territory | undefined {
    return this.#byKey.get(`${level}/${code}`);
  }

  /** The territory an address designates, whatever the case of its letters. */
  bySlug(slug: string): Territory | undefined {
    const reading = readSlug(slug);
    return reading?.levels.map((level) => this.get(level, reading.code)).find((found) => found !== undefined);
  }

  /** The commune that had a code before it joined another. */
  former(code: string): FormerCommune | undefined {
    return this.#formers.get(code.toUpperCase());
  }

  /** Every commune that joined another. */
  formers(): Iterable<FormerCommune> {
    return this.#formers.values();
  }

  /** The current commune that an old code was merged into, if any. */
  successor(code: string): Territory | undefined {
    const former = this.former(code);
    return former && this.get('commune', former.current);
  }

  /** The communes of a territory; for a commune itself, that one. The country leaves out the collectivities. */
  communes(territory: Territory): readonly Territory[] {
    if (territory.level === 'commune') return [territory];
    if (territory.level === 'arrondissement') return [];
    return this.#members.get(`${territory.level}/${territory.code}`) ?? [];
  }

  /** The arrondissements of Paris, Lyon or Marseille; empty elsewhere. */
  arrondissements(commune: Territory): readonly Territory[] {
    return this.#members.get(`arrondissement-of/${commune.code}`) ?? [];
  }

  parents(territory: Territory): Parents {
    const parents: Parents = {};
    if (territory.commune) parents.commune = this.get('commune', territory.commune);
    for (const level of ['epci', 'ept', 'departement', 'region'] as const) {
      const code = territory[level];
      if (code && level !== territory.level) parents[level] = this.get(level, code);
    }
    if (territory.level !== 'france' && territory.zone !== 'com') parents.france = this.get('france', 'FR');
    for (const level of Object.keys(parents) as (keyof Parents)[]) if (!parents[level]) delete parents[level];
    return parents;
  }
}
