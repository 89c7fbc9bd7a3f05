import { bareText } from './code-text.ts';
import type { CountryKeys, Named } from './country-keys.ts';
import type { TableLevel } from './key-kind.ts';
import type { Match } from './match.ts';
import { blankOrTotal, namesOf, whole } from './match-code.ts';
import { readName } from './name-keys.ts';

/** Where a name is looked for, beside the country. */
export interface NameContext {
  level: TableLevel;
  /** What the row says of its département; empty where it says nothing. */
  departement: string;
  /** Codes of the communes of the perimeter that the whole table is about; `null` for the country. */
  within: ReadonlySet<string> | null;
}

/** The territory of a name: the only one of that name, in its département or in the perimeter of the table. */
export function matchName(text: string, context: NameContext, keys: CountryKeys): Match {
  if (bareText(text) === '') return { reason: 'blank', detail: null };
  const { key, departement: beside } = readName(text);
  const named = keys.named(context.level, key);
  // « Somme » is a département before it is a total, and Somme-Suippe a commune.
  if (named.length === 0) return blankOrTotal(text) ?? elsewhere(key, context.level, keys);
  const departement = beside ?? (context.departement === '' ? null : keys.departementOf(context.departement));
  const there = named.filter(({ territory }) => isThere(territory, departement, context));
  const [only, ...others] = there;
  if (only && others.length === 0) return whole(only.territory, only.unit, 'name');
  const shown = (there.length > 0 ? there : named).map(({ territory }) => territory);
  return { reason: there.length > 0 ? 'several' : 'not-there', detail: namesOf(shown) };
}

function isThere(
  territory: Named['territory'],
  departement: string | null,
  { level, within }: NameContext,
): boolean {
  if (departement !== null && level !== 'region' && level !== 'departement')
    return territory.departement === departement;
  return within === null || level !== 'commune' || within.has(territory.code);
}

function elsewhere(key: string, level: TableLevel, keys: CountryKeys): Match {
  for (const other of ['commune', 'epci', 'departement', 'region'] as const) {
    if (other === level) continue;
    const [found] = keys.named(other, key);
    if (found) return { reason: 'other-level', detail: found.territory.name };
  }
  return { reason: 'unknown', detail: null };
}
