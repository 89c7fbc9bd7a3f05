import { normaliseName } from '../../territory/search-text.ts';

/** A line of market days that says nothing usable. */
export interface MarketProblem {
  /** From 1. */
  line: number;
  text: string;
  reason: 'no-day' | 'no-commune' | 'unknown' | 'several' | 'outside';
}

export interface MarketDays {
  /** Days of each commune, by ordinal: a bit each, 1 for Monday. */
  markets: [commune: number, days: number][];
  problems: MarketProblem[];
}

/** The commune that a code or a name designates, or why none. */
export type FoundCommune =
  { commune: number } | { reason: Extract<MarketProblem['reason'], 'unknown' | 'several' | 'outside'> };

/** Days of the week as France says them, Monday first. */
export const WEEKDAYS = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'] as const;
const CODE = /^(\d{4,5}|2[AB]\d{3})\b/i;
const HEADING = /commune|insee|code|jour|march/i;

/** The day of a word, « mardi », « mardis » or « mar »; −1 for another word. */
function dayOf(word: string): number {
  const plain = normaliseName(word).replace(/s$/, '');
  return plain.length < 3 ? -1 : WEEKDAYS.findIndex((day) => day === plain || day.slice(0, 3) === plain);
}

/**
 * Reads market days as a person writes or pastes them: a commune a line, by its code or its name, then its
 * days, « 38006 mardi, samedi », « Allevard = mardi et samedi », « 38006;Allevard;mardi ». What a line does
 * not say is told line by line; the others count. Never throws.
 */
export function readMarketDays(text: string, find: (named: string) => FoundCommune): MarketDays {
  const days = new Map<number, number>();
  const problems: MarketProblem[] = [];
  text.split(/\r?\n/).forEach((raw, at) => {
    const words = raw.split(/[\s=:;,"|]+/).filter((word) => word !== '');
    if (words.length === 0) return;
    // Days end a line; what stands first is the commune, even when it is called Mer.
    let from = words.length;
    while (from > 1 && (dayOf(words[from - 1] as string) >= 0 || words[from - 1] === 'et')) from--;
    const bits = words.slice(from).reduce((sum, word) => {
      const day = dayOf(word);
      return day < 0 ? sum : sum | (1 << day);
    }, 0);
    const named = words.slice(0, from).join(' ');
    if (at === 0 && bits === 0 && HEADING.test(named)) return;
    const refuse = (reason: MarketProblem['reason']): void =>
      void problems.push({ line: at + 1, text: raw.trim(), reason });
    if (bits === 0) return refuse(dayOf(named) >= 0 && words.length === 1 ? 'no-commune' : 'no-day');
    const found = find(CODE.exec(named)?.[0] ?? named);
    if ('reason' in found) return refuse(found.reason);
    days.set(found.commune, (days.get(found.commune) ?? 0) | bits);
  });
  return { markets: [...days], problems };
}
