import { cutIntoCells, type PastedEntry } from './pasted-codes-cells.ts';
import { chooseColumns } from './pasted-codes-columns.ts';
import { pastedLookupOf, type PastedLookup } from './pasted-codes-lookup.ts';
import { EXCLUSION, tokenOf, type PerimeterToken } from './perimeter.ts';
import type { Territories } from './territories.ts';
import type { Territory } from './territory.ts';

/**
 * Longest text read, in characters: every code of the country takes half of it, and in two-byte letters it
 * still is no more than what a server takes from a form by default (512 kB).
 */
export const MAX_PASTED_LENGTH = 400_000;

/** Most entries read: there are 35,000 communes. */
export const MAX_PASTED_ENTRIES = 40_000;

/** Why an entry designates nothing by itself. */
export type UnreadReason = 'unknown' | 'postcode' | 'homonyms';

export interface Unread {
  text: string;
  /** From 1. */
  line: number;
  why: UnreadReason;
  /** The territories it may stand for: those of the postcode, or those of the name. */
  candidates: readonly Territory[];
}

export interface PastedCodes {
  /** What was understood, each once, in the order of the text. */
  tokens: PerimeterToken[];
  unread: Unread[];
  /** Why the text, or the end of it, was not read. */
  stopped: 'too-long' | 'too-many' | null;
}

/** A heading above a list says nothing of its own. */
const HEADING = /insee|cod_?geo|depcom|siren|code|commune|libell|nom|territoire|epci|d[ée]partement/i;

/** An address of Maillage, or a perimeter as it stands there. */
const ADDRESS = /[?&]per=([^&\s#]+)/;
const WRITTEN = /^-?\w+(?:_-?\w+)+$/;

/**
 * Reads the territories of a text that a person pasted: official codes in any layout (a list, a column
 * of a spreadsheet with names beside, zeros lost, quotes), exact names, or the address of a perimeter.
 * A postcode is not a code: it is given back with the communes that share it. Never throws.
 */
export function readPastedCodes(text: string, territories: Territories): PastedCodes {
  if (text.length > MAX_PASTED_LENGTH) return { tokens: [], unread: [], stopped: 'too-long' };
  const lookup = pastedLookupOf(territories);
  const written = ADDRESS.exec(text)?.[1] ?? (WRITTEN.test(text.trim()) ? text.trim() : null);
  const entries = written === null ? readEntries(text, lookup) : readWritten(written);
  const reading = new Reading(lookup);
  for (const entry of entries.slice(0, MAX_PASTED_ENTRIES)) reading.take(entry);
  return { ...reading.result(), stopped: entries.length > MAX_PASTED_ENTRIES ? 'too-many' : null };
}

type Entry = PastedEntry & { line: number; heading: boolean };

function readEntries(text: string, lookup: PastedLookup): Entry[] {
  const lines = cutIntoCells(text);
  const columns = chooseColumns(lines, lookup);
  return lines.flatMap(({ line, cells }, at) =>
    cells.flatMap((cell, column) =>
      columns === null || columns.has(column)
        ? cell.map((entry) => ({ ...entry, line, heading: at === 0 && HEADING.test(entry.text) }))
        : [],
    ),
  );
}

const readWritten = (text: string): Entry[] =>
  text
    .split('_')
    .filter(Boolean)
    .map((item) => ({ kind: 'code', text: item, line: 1, heading: false }));

/** Entries one by one, then what to make of codes that may be postcodes. */
class Reading {
  readonly #lookup: PastedLookup;
  readonly #found: { token: PerimeterToken; entry: Entry; alsoPostcode: boolean }[] = [];
  readonly #unread: Unread[] = [];

  constructor(lookup: PastedLookup) {
    this.#lookup = lookup;
  }

  take(entry: Entry): void {
    if (entry.kind === 'code') this.#takeCode(entry);
    else if (entry.kind === 'name') this.#takeName(entry);
    else this.#leave(entry, 'unknown', []);
  }

  #takeCode(entry: Entry): void {
    const excluded = entry.text.startsWith(EXCLUSION);
    const code = excluded ? entry.text.slice(EXCLUSION.length) : entry.text;
    const slug = this.#lookup.slugOfCode(code);
    const postcode = this.#lookup.communesOfPostcode(code);
    if (slug === null) {
      this.#leave(entry, postcode.length > 0 ? 'postcode' : 'unknown', postcode);
      return;
    }
    const token = (excluded ? EXCLUSION : '') + slug;
    this.#found.push({ token, entry, alsoPostcode: postcode.length > 0 });
  }

  #takeName(entry: Entry): void {
    const named = this.#lookup.named(entry.text);
    const [only] = named;
    if (only && named.length === 1) {
      this.#found.push({ token: tokenOf(only), entry, alsoPostcode: false });
    } else if (!entry.heading) this.#leave(entry, named.length > 0 ? 'homonyms' : 'unknown', named);
  }

  #leave({ text, line, heading }: Entry, why: UnreadReason, candidates: readonly Territory[]): void {
    if (!heading) this.#unread.push({ text, line, why, candidates });
  }

  result(): Pick<PastedCodes, 'tokens' | 'unread'> {
    // Among postcodes, a code that is one too is read as its neighbours are.
    const postcodes =
      this.#unread.some(({ why }) => why === 'postcode') &&
      this.#found.every(({ alsoPostcode }) => alsoPostcode);
    if (postcodes) {
      for (const { entry } of this.#found)
        this.#leave(entry, 'postcode', this.#lookup.communesOfPostcode(entry.text));
    }
    const tokens = postcodes ? [] : [...new Set(this.#found.map(({ token }) => token))];
    return { tokens, unread: this.#unread.sort((a, b) => a.line - b.line) };
  }
}
