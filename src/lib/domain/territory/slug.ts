import type { Level } from './level.ts';

/**
 * The identifier of a territory in an address, `/territoires/[slug]`.
 *
 * Communes, arrondissements, EPCI, EPT and départements keep their official code, as officers know
 * them. Région codes collide with département codes (84 is Vaucluse and Auvergne-Rhône-Alpes), so
 * they take an `R`. The country is `FR`.
 */
export function slugOf(level: Level, code: string): string {
  if (level === 'france') return 'FR';
  return level === 'region' ? `R${code}` : code;
}

/** What a slug may designate; several levels share a form, the first that exists wins. */
export interface SlugReading {
  levels: readonly Level[];
  code: string;
}

/**
 * Reads a slug, upper or lower case. Gives `null` when it has the form of no territory code.
 * Accepts `38185`, `2a004`, `97105`, `200040715`, `38`, `2A`, `971`, `R84`, `FR`.
 */
export function readSlug(slug: string): SlugReading | null {
  const text = slug.trim().toUpperCase();
  if (text === 'FR') return { levels: ['france'], code: 'FR' };
  const region = /^R(\d{2,3})$/.exec(text);
  if (region?.[1]) return { levels: ['region'], code: region[1] };
  if (/^\d{9}$/.test(text)) return { levels: ['epci', 'ept'], code: text };
  if (/^(\d{5}|2[AB]\d{3})$/.test(text)) return { levels: ['commune', 'arrondissement'], code: text };
  if (/^(\d{2,3}|2[AB])$/.test(text)) return { levels: ['departement'], code: text };
  return null;
}
