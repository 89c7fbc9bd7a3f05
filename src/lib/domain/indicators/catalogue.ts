import { connectionIndicators } from './catalogue-connection.ts';
import { copperIndicators } from './catalogue-copper.ts';
import { fragilityIndicators } from './catalogue-fragility.ts';
import { internetIndicators } from './catalogue-internet.ts';
import { mobileIndicators } from './catalogue-mobile.ts';
import { populationIndicators } from './catalogue-population.ts';
import { povertyIndicators } from './catalogue-poverty.ts';
import { typologyIndicators } from './catalogue-typology.ts';
import type { Indicator, Theme } from './indicator.ts';
import { sourceNotice } from './source.ts';

/** Every indicator of Maillage, in the order in which screens list them. */
export const INDICATORS: readonly Indicator[] = [
  ...povertyIndicators,
  ...connectionIndicators,
  ...copperIndicators,
  ...internetIndicators,
  ...mobileIndicators,
  ...populationIndicators,
  ...fragilityIndicators,
  ...typologyIndicators,
];

/** The default poverty layer: known for 98 % of people, where the poverty rate is known for 73 %. */
export const DEFAULT_INDICATOR = 'niveau-de-vie-median';

const byId = new Map(INDICATORS.map((indicator) => [indicator.id, indicator]));

export const findIndicator = (id: string): Indicator | undefined => byId.get(id);

/** The indicator of that id. Throws when the catalogue has none: ids in code are never guesses. */
export function indicator(id: string): Indicator {
  const found = byId.get(id);
  if (!found) throw new RangeError(`no indicator ${id} in the catalogue`);
  return found;
}

/** Whether the figures of an indicator may leave by an export, a public column or the API. */
export const mayRedistribute = (subject: Indicator): boolean => sourceNotice(subject.source).redistribute;

export const THEME_LABELS: Record<Theme, string> = {
  pauvrete: 'Revenus et pauvreté',
  connexion: 'Connexion',
  population: 'Population',
  fragilite: 'Fragilité numérique',
  typologie: 'Type de territoire',
};
