import { normaliseName } from '../../territory/search-text.ts';

const ARTICLE = /^(l|le|la|les|los|las|el|aux) /;

/** « Abergement-Clémenciat (L') » as lists in capitals put it: the article comes back before. */
const ARTICLE_AFTER = /^(.*?)\s*\((l['’]|le|la|les|los|las|el|aux)\)$/i;

/** « Saint-Denis (93) »: the name and the code of its département. */
const DEPARTEMENT_AFTER = /^(.*?)\s*[([](\d{2,3}|2[AB])[)\]]$/i;

/** A name as it is looked up, and the département that stands beside it in the same cell. */
export function readName(text: string): { key: string; departement: string | null } {
  const [, named, departement] = DEPARTEMENT_AFTER.exec(text.trim()) ?? [];
  const bare = named ?? text.trim();
  const [, rest, article] = ARTICLE_AFTER.exec(bare) ?? [];
  const whole = rest === undefined ? bare : `${article} ${rest}`;
  return { key: normaliseName(whole), departement: departement?.toUpperCase() ?? null };
}

/** A name without its article, as many lists write it: « Havre ». */
export const withoutArticle = (key: string): string => key.replace(ARTICLE, '');

/** The name of an intercommunalité with its nature in short: « cc du pays d aix ». */
export const epciKey = (key: string): string =>
  key
    .replace(/^communaute de communes\b/, 'cc')
    .replace(/^communaute d agglomeration\b/, 'ca')
    .replace(/^communaute urbaine\b/, 'cu')
    .replace(/\b(du|de la|de l|des|de|d|l|le|la|les)\b/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
