import { LEVELS, type Level } from './level.ts';
import { isOneTypoAway, normaliseName } from './search-text.ts';
import { readSlug, slugOf } from './slug.ts';
import type { Territories } from './territories.ts';
import type { Territory } from './territory.ts';

/** What a match was found by, from the surest to the least sure. */
export type Via = 'code' | 'former-code' | 'former-name' | 'postcode' | 'name' | 'typo';

export interface Match {
  level: Level;
  code: string;
  slug: string;
  name: string;
  /** Name and code of its département, which tell homonyms apart; `null` for larger territories. */
  departement: string | null;
  departementCode: string | null;
  population: number | null;
  via: Via;
  /** The postcode, former code or former name that matched, where that is what was typed. */
  matched: string | null;
}

export interface SearchResult {
  /** The best first, at most the limit asked for. */
  matches: Match[];
  /** How many territories match in all. */
  total: number;
}

/** The steps of the ranking; within a step the larger population comes first. */
const RANK = {
  code: 0,
  formerCode: 1,
  exactName: 2,
  postcode: 3,
  prefix: 4,
  word: 5,
  inside: 6,
  typo: 7,
  typoPrefix: 8,
} as const;

const VIA: readonly Via[] = [
  'code',
  'former-code',
  'name',
  'postcode',
  'name',
  'name',
  'name',
  'typo',
  'typo',
];

/** Shorter words are too close to too many names. */
const TYPO_MIN_LETTERS = 5;

interface Candidate {
  territory: Territory;
  rank: number;
  matched: string | null;
}

interface Entry {
  territory: Territory;
  /** Normalised name, and the same without spaces: « laroche sur yon » finds La Roche-sur-Yon. */
  name: string;
  joined: string;
  /** The former commune whose name this is, now part of the territory. */
  former: string | null;
}

/** Search over a whole country, its names normalised once. */
export class SearchIndex {
  readonly #territories: Territories;
  readonly #entries: Entry[] = [];
  readonly #byPostcode = new Map<string, Territory[]>();

  constructor(territories: Territories) {
    this.#territories = territories;
    for (const level of LEVELS) {
      for (const territory of territories.all(level)) {
        this.#add(territory, territory.name, null);
        for (const postcode of territory.postcodes) {
          const sharing = this.#byPostcode.get(postcode);
          if (sharing) sharing.push(territory);
          else this.#byPostcode.set(postcode, [territory]);
        }
      }
    }
    for (const { name, current } of territories.formers()) {
      const territory = territories.get('commune', current);
      if (name !== null && territory) this.#add(territory, name, name);
    }
  }

  #add(territory: Territory, text: string, former: string | null): void {
    const name = normaliseName(text);
    this.#entries.push({ territory, name, joined: name.replaceAll(' ', ''), former });
  }

  /**
   * Territories that a text designates: by official code, postcode, name, part of a name, or a name
   * with one typo where nothing else matches. A département's code after a name (« saint-denis 93 »,
   * « Saint-Denis (93) ») keeps to that département.
   */
  search(text: string, limit = 8): SearchResult {
    const query = normaliseName(text);
    if (query === '') return { matches: [], total: 0 };
    const [, name, departement] = /^(.*[a-z]) (\d{2,3}|2[ab])$/.exec(query) ?? [];
    if (name !== undefined && departement !== undefined) {
      const there = this.#find(name, departement.toUpperCase());
      if (there.length > 0) return this.#result(there, limit);
    }
    const found = [...this.#findCode(text), ...this.#find(query, null)];
    return this.#result(found.length > 0 ? found : this.#findTypo(query), limit);
  }

  #findCode(text: string): Candidate[] {
    const code = text.trim().toUpperCase();
    const found: Candidate[] = [];
    const reading = readSlug(code);
    for (const level of reading?.levels ?? []) {
      const territory = this.#territories.get(level, reading?.code ?? '');
      if (territory) found.push({ territory, rank: RANK.code, matched: null });
    }
    const successor = this.#territories.successor(code);
    if (successor) found.push({ territory: successor, rank: RANK.formerCode, matched: code });
    if (!/^\d{2,5}$/.test(code)) return found;
    for (const [postcode, territories] of this.#byPostcode) {
      if (!postcode.startsWith(code)) continue;
      for (const territory of territories) found.push({ territory, rank: RANK.postcode, matched: postcode });
    }
    return found;
  }

  #find(query: string, departement: string | null): Candidate[] {
    const joined = query.replaceAll(' ', '');
    const found: Candidate[] = [];
    for (const entry of this.#entries) {
      const { territory, former } = entry;
      if (departement !== null && territory.departement !== departement) continue;
      const rank = rankName(entry, query, joined);
      if (rank !== null) found.push({ territory, rank, matched: former });
    }
    return found;
  }

  #findTypo(query: string): Candidate[] {
    if (query.length < TYPO_MIN_LETTERS || /\d/.test(query)) return [];
    const words = query.split(' ').length;
    return this.#entries
      .filter(({ name }) => isOneTypoAway(query, firstWords(name, words)))
      .map(({ territory, name, former }) => ({
        territory,
        rank: Math.abs(name.length - query.length) <= 1 ? RANK.typo : RANK.typoPrefix,
        matched: former,
      }));
  }

  #result(candidates: Candidate[], limit: number): SearchResult {
    const best = new Map<Territory, Candidate>();
    for (const candidate of candidates) {
      const held = best.get(candidate.territory);
      if (!held || candidate.rank < held.rank) best.set(candidate.territory, candidate);
    }
    return {
      matches: firstOf([...best.values()], limit).map((candidate) => this.#match(candidate)),
      total: best.size,
    };
  }

  #match({ territory, rank, matched }: Candidate): Match {
    const { level, code, name, population } = territory;
    const small = level === 'commune' || level === 'arrondissement' || level === 'epci' || level === 'ept';
    const departementCode = small ? territory.departement : null;
    const departement =
      departementCode === null ? undefined : this.#territories.get('departement', departementCode);
    return {
      level,
      code,
      slug: slugOf(level, code),
      name,
      departement: departement?.name ?? null,
      departementCode,
      population,
      via: matched !== null && VIA[rank] === 'name' ? 'former-name' : (VIA[rank] as Via),
      matched,
    };
  }
}

function rankName({ name, joined: joinedName }: Entry, query: string, joined: string): number | null {
  let at = name.indexOf(query);
  if (at === 0) return name.length === query.length ? RANK.exactName : RANK.prefix;
  if (at < 0) {
    if (joined.length < 3) return null;
    const inJoined = joinedName.indexOf(joined);
    if (inJoined < 0) return null;
    return inJoined > 0 ? RANK.inside : joinedName.length === joined.length ? RANK.exactName : RANK.prefix;
  }
  for (; at > 0; at = name.indexOf(query, at + 1)) if (name[at - 1] === ' ') return RANK.word;
  return RANK.inside;
}

function firstWords(name: string, count: number): string {
  let at = -1;
  for (let i = 0; i < count; i++) {
    at = name.indexOf(' ', at + 1);
    if (at < 0) return name;
  }
  return name.slice(0, at);
}

function before(p: Candidate, q: Candidate): boolean {
  if (p.rank !== q.rank) return p.rank < q.rank;
  return (p.territory.population ?? -1) > (q.territory.population ?? -1);
}

/** The first `limit` in order, without sorting the tens of thousands that a single letter matches. */
function firstOf(candidates: readonly Candidate[], limit: number): Candidate[] {
  if (candidates.length <= limit)
    return [...candidates].sort((p, q) => (before(p, q) ? -1 : before(q, p) ? 1 : 0));
  const first: Candidate[] = [];
  for (const candidate of candidates) {
    if (first.length === limit && !before(candidate, first[limit - 1] as Candidate)) continue;
    let at = first.length;
    while (at > 0 && before(candidate, first[at - 1] as Candidate)) at--;
    first.splice(at, 0, candidate);
    if (first.length > limit) first.pop();
  }
  return first;
}

const indexes = new WeakMap<Territories, SearchIndex>();

/** The index of a country, built on first use and kept as long as the country is. */
export function searchIndexOf(territories: Territories): SearchIndex {
  let index = indexes.get(territories);
  if (!index) {
    index = new SearchIndex(territories);
    indexes.set(territories, index);
  }
  return index;
}
