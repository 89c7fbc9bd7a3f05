import { normaliseName } from '../../territory/search-text.ts';

/** Long enough to tell columns apart, short enough for an address. */
const MOST_LETTERS = 40;

/** A word for addresses out of a heading, unlike those taken: « Part des 65 ans » is `part-des-65-ans`. */
export function slugOfName(heading: string, taken: Set<string>): string {
  const wanted =
    normaliseName(heading).replaceAll(' ', '-').slice(0, MOST_LETTERS).replace(/-$/, '') || 'colonne';
  let slug = wanted;
  for (let rank = 2; taken.has(slug); rank++) slug = `${wanted}-${rank}`;
  taken.add(slug);
  return slug;
}
