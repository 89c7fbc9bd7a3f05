import { findIndicator, mayRedistribute } from '../indicators/catalogue.ts';
import type { Indicator } from '../indicators/indicator.ts';

/**
 * How a figure becomes a sub-score that can be added to others:
 * - `rank`: place among the known territories of the reference set, 0 to 10, 10 at the fragile end;
 * - `deciles`: the tenth of the reference set it falls in, 1 to 10;
 * - `min-max`: place between the least and the greatest of the set, 0 to 10;
 * - `z-score`: distance to the mean in standard deviations, held to ± 3 and brought to 0–10;
 * - `published`: taken as its producer publishes it (scores only);
 * - `people`: not a score: counts of people, added up.
 * The first two do not change under any monotone rescaling of a figure, the next two under an affine one.
 */
export const NORMALISATIONS = ['rank', 'deciles', 'min-max', 'z-score', 'published', 'people'] as const;

export type Normalisation = (typeof NORMALISATIONS)[number];

/**
 * Among whom a territory is placed: the whole country, its own région, département or EPCI, the
 * communes of its own density class, or the communes of a chosen perimeter (the others have no score).
 */
export const REFERENCES = ['france', 'region', 'departement', 'epci', 'density', 'perimeter'] as const;

export type ReferenceSet = (typeof REFERENCES)[number];

/** Which end of an indicator speaks of need. */
export type FragileEnd = 'high' | 'low';

export const MAX_WEIGHT = 10;

/** An indicator in an index. */
export interface Ingredient {
  indicator: string;
  /** 0 to `MAX_WEIGHT`; only its share of the sum of weights counts. */
  weight: number;
  fragile: FragileEnd;
}

/** Some indicators that make one score, weighed against the other components. */
export interface Component {
  /** Id of its name (`COMPONENT_NAMES`); empty when the index has one component only. */
  name: string;
  weight: number;
  ingredients: readonly Ingredient[];
}

/** Everything that decides of an index. */
export interface Recipe {
  components: readonly Component[];
  normalisation: Normalisation;
  reference: ReferenceSet;
  /** Under this share of the weight known, 0 to 1, a territory's index is « non calculable ». */
  threshold: number;
}

export const DEFAULT_THRESHOLD = 0.6;

/** Every ingredient of an index, in order. */
export const ingredientsOf = ({ components }: Pick<Recipe, 'components'>): Ingredient[] =>
  components.flatMap(({ ingredients }) => ingredients);

/**
 * The share of each ingredient in the whole, in the order of `ingredientsOf`: W/ΣW · w/Σw, after
 * Greater Manchester's DERI. All zero when no weight is above zero.
 */
export function sharesOf({ components }: Pick<Recipe, 'components'>): number[] {
  const sum = (weights: readonly number[]): number => weights.reduce((total, weight) => total + weight, 0);
  const inside = components.map(({ ingredients }) => sum(ingredients.map(({ weight }) => weight)));
  const whole = sum(components.map(({ weight }, at) => ((inside[at] as number) > 0 ? weight : 0)));
  return components.flatMap(({ weight, ingredients }, at) =>
    ingredients.map((ingredient) => {
      const own = inside[at] as number;
      return own > 0 && whole > 0 ? ((weight / whole) * ingredient.weight) / own : 0;
    }),
  );
}

/** Names that components can take. */
export const COMPONENT_NAMES = ['demographie', 'privation', 'connexion'] as const;

/** Whether an indicator can enter an index: a figure, neither a class nor a day. */
export const isIngredient = ({ kind }: Pick<Indicator, 'kind'>): boolean =>
  kind !== 'band' && kind !== 'category' && kind !== 'date';

/** The end of an indicator that speaks of need, unless one says otherwise. */
export const fragileEnd = (id: string): FragileEnd => findIndicator(id)?.worse ?? 'high';

/** Whether an index takes figures that may be shown but not redistributed. */
export const isRestricted = (recipe: Pick<Recipe, 'components'>): boolean =>
  ingredientsOf(recipe).some(({ indicator }) => {
    const subject = findIndicator(indicator);
    return subject !== undefined && !mayRedistribute(subject);
  });

/** Whether figures can be taken so: only scores as they are published, only counts added up. */
export function allowsNormalisation(components: readonly Component[], normalisation: Normalisation): boolean {
  const kind = normalisation === 'published' ? 'score' : normalisation === 'people' ? 'count' : null;
  return (
    kind === null ||
    ingredientsOf({ components }).every(({ indicator }) => findIndicator(indicator)?.kind === kind)
  );
}
