import type { Level } from '../../territory/level.ts';
import type { Territory } from '../../territory/territory.ts';
import { bareText, cleanCode, isTotal } from './code-text.ts';
import type { CountryKeys } from './country-keys.ts';
import type { Match } from './match.ts';

/** A whole row for one territory. */
export const whole = (
  territory: Territory,
  unit: string,
  by: Extract<Match, { targets: unknown }>['by'],
): Match => ({ targets: [{ territory, share: 1 }], unit, by });

/** The communes of a code of any edition, arrondissements apart, zeros put back. */
export function matchCommune(text: string, keys: CountryKeys): Match {
  const code = cleanCode(text);
  if (code === '') return { reason: 'blank', detail: null };
  const found = communeOf(code, keys);
  if (found) return found;
  const padded = /^\d{4}$/.test(code) ? communeOf(`0${code}`, keys) : null;
  if (padded && 'targets' in padded) return { ...padded, by: padded.by === 'former' ? 'former' : 'zero' };
  const postal = keys.communesOfPostcode(code);
  return postal.length > 0
    ? { reason: 'postcode', detail: namesOf(postal) }
    : elsewhere(text, code, 'commune', keys);
}

function communeOf(code: string, { territories }: CountryKeys): Match | null {
  const own = territories.get('commune', code) ?? territories.get('arrondissement', code);
  if (own) return whole(own, code, 'code');
  const successor = territories.successor(code);
  return successor ? whole(successor, code, 'former') : null;
}

/** The territory of a code of a level of groups. */
export function matchGroup(text: string, level: 'epci' | 'departement' | 'region', keys: CountryKeys): Match {
  const code = cleanCode(text);
  if (code === '') return { reason: 'blank', detail: null };
  const { territories } = keys;
  const spelled =
    level === 'departement'
      ? (keys.departementOf(text) ?? code)
      : level === 'region'
        ? regionCode(code)
        : code;
  const own = territories.get(level, spelled);
  if (own) return whole(own, own.code, spelled === code ? 'code' : 'zero');
  return elsewhere(text, code, level, keys);
}

const regionCode = (code: string): string => code.replace(/^R(?=\d)/, '').replace(/^(\d)$/, '0$1');

/** Why a code that is no territory of a level is not: a total, a territory of another level, or unknown. */
function elsewhere(text: string, code: string, level: Level, { territories }: CountryKeys): Match {
  if (isTotal(text) || code === 'FR') return { reason: 'total', detail: null };
  for (const other of ['commune', 'epci', 'ept', 'departement', 'region'] as const) {
    if (other === level) continue;
    const found = territories.get(
      other,
      other === 'departement' ? code.padStart(2, '0') : regionless(code, other),
    );
    if (found) return { reason: 'other-level', detail: found.name };
  }
  return { reason: 'unknown', detail: null };
}

/** A région says so by its « R » among other codes, or it would be taken for a département. */
const regionless = (code: string, level: Level): string =>
  level === 'region' ? (/^R\d/.test(code) ? code.slice(1) : '') : code;

/** A few names of territories, with their départements. */
export const namesOf = (territories: readonly Territory[]): string => {
  const names = territories
    .slice(0, 4)
    .map(({ name, departement }) => (departement ? `${name} (${departement})` : name));
  return names.join(', ') + (territories.length > names.length ? '…' : '');
};

/** Whether a key is empty, or a total. */
export const blankOrTotal = (text: string): Match | null =>
  bareText(text) === ''
    ? { reason: 'blank', detail: null }
    : isTotal(text)
      ? { reason: 'total', detail: null }
      : null;
