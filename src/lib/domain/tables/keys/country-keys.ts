import { normaliseName } from '../../territory/search-text.ts';
import type { Territories } from '../../territory/territories.ts';
import type { Territory } from '../../territory/territory.ts';
import { cleanCode } from './code-text.ts';
import type { TableLevel } from './key-kind.ts';
import { epciKey, withoutArticle } from './name-keys.ts';

/** A territory that has a name, by its code of then: a former commune keeps its own. */
export interface Named {
  territory: Territory;
  unit: string;
}

type Names = Map<string, Named[]>;

const add = (names: Names, key: string, named: Named): void => {
  const held = names.get(key);
  if (!held) names.set(key, [named]);
  else if (!held.some(({ territory }) => territory === named.territory)) held.push(named);
};

/** A country by its codes, names and postcodes, as tables write them; made once. */
export class CountryKeys {
  readonly territories: Territories;
  readonly #byPostcode = new Map<string, Territory[]>();
  readonly #byName = new Map<TableLevel, Names>();
  readonly #byBareName = new Map<TableLevel, Names>();
  readonly #formerNames: Names = new Map();

  constructor(territories: Territories) {
    this.territories = territories;
    for (const level of ['commune', 'epci', 'departement', 'region'] as const) {
      const [names, bare]: [Names, Names] = [new Map(), new Map()];
      for (const territory of territories.all(level)) {
        const key = normaliseName(territory.name);
        const named = { territory, unit: territory.code };
        add(names, key, named);
        add(bare, level === 'epci' ? epciKey(key) : withoutArticle(key), named);
        for (const postcode of level === 'commune' ? territory.postcodes : []) {
          const sharing = this.#byPostcode.get(postcode);
          if (sharing) sharing.push(territory);
          else this.#byPostcode.set(postcode, [territory]);
        }
      }
      this.#byName.set(level, names);
      this.#byBareName.set(level, bare);
    }
    for (const { code, name, current } of territories.formers()) {
      const territory = territories.get('commune', current);
      if (name !== null && territory) add(this.#formerNames, normaliseName(name), { territory, unit: code });
    }
  }

  /** The territories of a level by a normalised name: as it is, else without its article, else a former one. */
  named(level: TableLevel, key: string): readonly Named[] {
    const exact = this.#byName.get(level)?.get(key);
    if (exact) return exact;
    const bare = this.#byBareName.get(level)?.get(level === 'epci' ? epciKey(key) : withoutArticle(key));
    return bare ?? (level === 'commune' ? this.#formerNames.get(key) : undefined) ?? [];
  }

  communesOfPostcode(postcode: string): readonly Territory[] {
    return this.#byPostcode.get(postcode) ?? [];
  }

  /** The code of a département out of its code, a zero lost or not, or its name; `null` when it is none. */
  departementOf(text: string): string | null {
    const code = cleanCode(text);
    const padded = /^\d$/.test(code) ? `0${code}` : code.replace(/^0(\d[\dAB])$/, '$1');
    if (this.territories.get('departement', padded)) return padded;
    const [only, ...others] = this.named('departement', normaliseName(text));
    return only && others.length === 0 ? only.territory.code : null;
  }
}

const made = new WeakMap<Territories, CountryKeys>();

/** The keys of a country, made on first use and kept as long as the country is. */
export function countryKeysOf(territories: Territories): CountryKeys {
  const held = made.get(territories) ?? new CountryKeys(territories);
  made.set(territories, held);
  return held;
}
