import { LEVELS } from './level.ts';
import { normaliseName } from './search-text.ts';
import { slugOf } from './slug.ts';
import type { Territories } from './territories.ts';
import type { Territory } from './territory.ts';

/** What codes, names and postcodes designate, over a whole country. */
export class PastedLookup {
  readonly #territories: Territories;
  readonly #byName = new Map<string, Territory[]>();
  readonly #byPostcode = new Map<string, Territory[]>();

  constructor(territories: Territories) {
    this.#territories = territories;
    for (const level of LEVELS) {
      if (level === 'arrondissement') continue;
      for (const territory of territories.all(level)) {
        addTo(this.#byName, normaliseName(territory.name), territory);
        for (const postcode of territory.postcodes) addTo(this.#byPostcode, postcode, territory);
      }
    }
    for (const { name, current } of territories.formers()) {
      const into = territories.get('commune', current);
      const key = name === null ? '' : normaliseName(name);
      // A commune of today keeps its name to itself.
      if (into && key !== '' && !this.#byName.has(key)) this.#byName.set(key, [into]);
    }
  }

  /** The slug a code stands for, a leading zero lost by a spreadsheet put back; `null` when none does. */
  slugOfCode(code: string): string | null {
    const text = code.toUpperCase();
    const zeroed = /^\d$|^\d{4}$/.test(text) ? `0${text}` : text;
    const territory = this.#territories.bySlug(zeroed);
    if (territory) return slugOf(territory.level, territory.code);
    return this.#territories.successor(zeroed) ? zeroed : null;
  }

  /** The communes of a postcode; empty when it is none. */
  communesOfPostcode(text: string): readonly Territory[] {
    return this.#byPostcode.get(/^\d{4}$/.test(text) ? `0${text}` : text) ?? [];
  }

  /**
   * The territories of a name, « Saint-Denis » or « Saint-Denis (93) »; a commune and a département
   * that are the same place count once.
   */
  named(text: string): readonly Territory[] {
    const name = normaliseName(text);
    const found = this.#byName.get(name);
    if (found) return this.#distinct(found);
    const [, shorter, departement] = /^(.*[a-z]) (\d{2,3}|2[ab])$/.exec(name) ?? [];
    if (shorter === undefined || departement === undefined) return [];
    const code = departement.toUpperCase();
    return (this.#byName.get(shorter) ?? []).filter((territory) => territory.departement === code);
  }

  #distinct(found: readonly Territory[]): readonly Territory[] {
    const seen = new Set<string>();
    return found.filter((territory) => {
      const members = this.#territories.communes(territory);
      const key = members.length === 1 ? `one/${members[0]?.code}` : `${territory.level}/${territory.code}`;
      return !seen.has(key) && seen.add(key);
    });
  }
}

function addTo(map: Map<string, Territory[]>, key: string, territory: Territory): void {
  const held = map.get(key);
  if (held) held.push(territory);
  else map.set(key, [territory]);
}

const lookups = new WeakMap<Territories, PastedLookup>();

/** The lookup of a country, built on first use and kept as long as the country is. */
export function pastedLookupOf(territories: Territories): PastedLookup {
  let lookup = lookups.get(territories);
  if (!lookup) lookups.set(territories, (lookup = new PastedLookup(territories)));
  return lookup;
}
