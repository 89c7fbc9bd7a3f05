import { connectionIndicators } from './catalogue-connection.ts';
import { copperIndicators } from './catalogue-copper.ts';
import { fragilityIndicators } from './catalogue-fragility.ts';
import { internetIndicators } from './catalogue-internet.ts';
import { mobileIndicators } from './catalogue-mobile.ts';
import { populationIndicators } from './catalogue-population.ts';
import { povertyIndicators } from './catalogue-poverty.ts';
import { typologyIndicators } from './catalogue-typology.ts';
import { catalogueInUse, isClosed, type CatalogueInUse } from './catalogue-in-use.ts';
import type { Indicator, Theme } from './indicator.ts';
import { sourceNotice } from './source.ts';

/** The indicators of Maillage, in the order in which screens list them; those of tables are in `indicatorsInUse`. */
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

/** Everything that can be shown to whoever reads now: made once for what is in use. */
interface Held {
  all: readonly Indicator[];
  byId: ReadonlyMap<string, Indicator>;
}

const held = new WeakMap<CatalogueInUse, Held>();

function inUse(): Held {
  const read = catalogueInUse();
  let made = held.get(read);
  if (!made) {
    const dated = INDICATORS.map((one) => {
      const year = read.years[one.id];
      return year === undefined ? one : { ...one, year };
    });
    const all = [...dated, ...read.own];
    held.set(read, (made = { all, byId: new Map(all.map((one) => [one.id, one])) }));
  }
  return made;
}

/** The indicators that whoever reads now may see, those of tables last, each with the year of its figures in use. */
export const indicatorsInUse = (): readonly Indicator[] => inUse().all;

/** The indicator of that id among those in use. */
export const findIndicator = (id: string): Indicator | undefined => inUse().byId.get(id);

/** The same. Throws when there is none: ids in code are never guesses, those of addresses are looked up first. */
export function indicator(id: string): Indicator {
  const found = findIndicator(id);
  if (!found) throw new RangeError(`no indicator ${id} in the catalogue`);
  return found;
}

/** Whether the figures of an indicator may leave by an export, a public column or the API. */
export const mayRedistribute = (subject: Pick<Indicator, 'source'>): boolean =>
  sourceNotice(subject.source).redistribute;

/** Whether who is given them may give them to anybody: those of a closed table leave by the hand of their own organisation, and go no further. */
export const mayRepublish = (subject: Pick<Indicator, 'source'>): boolean =>
  mayRedistribute(subject) && !isClosed(subject.source);

export const THEME_LABELS: Record<Theme, string> = {
  pauvrete: 'Revenus et pauvreté',
  connexion: 'Connexion',
  population: 'Population',
  fragilite: 'Fragilité numérique',
  typologie: 'Type de territoire',
  tableaux: 'Vos tableaux',
};
