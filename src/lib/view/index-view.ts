import { findIndicator } from '../domain/indicators/catalogue.ts';
import { DEFAULT_PRESET, findPreset, PRESETS } from '../domain/need/presets.ts';
import {
  allowsNormalisation,
  COMPONENT_NAMES,
  DEFAULT_THRESHOLD,
  fragileEnd,
  isIngredient,
  MAX_WEIGHT,
  type Component,
  type Ingredient,
  type Normalisation,
  type Recipe,
  type ReferenceSet,
} from '../domain/need/recipe.ts';
import { LIST_SEPARATOR } from './separator.ts';

/** The index that a view composes. */
export interface IndexView {
  /** The ready-made index whose parts these are; `null` for parts of one's own. */
  preset: string | null;
  /** Name of a variant of one's own; empty without. */
  name: string;
  recipe: Recipe;
}

/** Words of the address. */
export const NORMALISATION_WORDS: Record<Normalisation, string> = {
  rank: 'rang',
  deciles: 'deciles',
  'min-max': 'min-max',
  'z-score': 'ecarts',
  published: 'publie',
  people: 'personnes',
};

export const REFERENCE_WORDS: Record<ReferenceSet, string> = {
  france: 'france',
  region: 'region',
  departement: 'departement',
  epci: 'epci',
  density: 'densite',
  perimeter: 'perimetre',
};

/** Longest name of a variant: a title, not a text. */
export const MAX_NAME = 60;

/** More parts than this cannot be weighed by a person. */
export const MAX_INGREDIENTS = 16;

export const presetIndex = (id: string): IndexView => {
  const preset = findPreset(id) ?? (PRESETS[0] as (typeof PRESETS)[number]);
  return { preset: preset.id, name: '', recipe: preset.recipe };
};

export const DEFAULT_INDEX: IndexView = presetIndex(DEFAULT_PRESET);

/** The index as composed: names the ready-made one that it has become, or is no longer. */
export function indexOf(recipe: Recipe, name = ''): IndexView {
  const parts = writeParts(recipe.components);
  return {
    preset: PRESETS.find((one) => writeParts(one.recipe.components) === parts)?.id ?? null,
    name,
    recipe,
  };
}

const ingredientText = ({ indicator, weight, fragile }: Ingredient): string =>
  [indicator, weight, ...(fragile === fragileEnd(indicator) ? [] : [fragile === 'high' ? 'h' : 'b'])].join(
    '.',
  );

/** `fibre-2026.5_chomage.2.b`; a named component opens with `*name.weight`. */
function writeParts(components: readonly Component[]): string {
  return components
    .flatMap(({ name, weight, ingredients }) => [
      ...(name === '' ? [] : [`*${name}.${weight}`]),
      ...ingredients.map(ingredientText),
    ])
    .join(LIST_SEPARATOR);
}

/** The parameters of an index, those of its ready-made form left out. */
export function writeIndex({ preset, name, recipe }: IndexView): { [word: string]: string } {
  const base = baseOf(preset);
  return {
    x: preset ?? writeParts(recipe.components),
    ...(name !== '' && { xn: name }),
    ...(recipe.normalisation !== base.normalisation && { xm: NORMALISATION_WORDS[recipe.normalisation] }),
    ...(recipe.reference !== base.reference && { xr: REFERENCE_WORDS[recipe.reference] }),
    ...(recipe.threshold !== base.threshold && { xs: String(Math.round(recipe.threshold * 100)) }),
  };
}

/** What an index is when its address says no more than its parts. */
const baseOf = (preset: string | null): Omit<Recipe, 'components'> =>
  (preset !== null && findPreset(preset)?.recipe) || {
    normalisation: 'rank',
    reference: 'france',
    threshold: DEFAULT_THRESHOLD,
  };

export type IndexProblem =
  | 'unknown-index'
  | 'unknown-ingredient'
  | 'bad-ingredient'
  | 'too-many-ingredients'
  | 'unknown-normalisation'
  | 'unfit-normalisation'
  | 'unknown-reference'
  | 'bad-threshold';

type Problem = { parameter: string; value: string; reason: IndexProblem };

/**
 * Reads an index from its parameters; `get` gives the text of one. Parts that are not understood are
 * left out and listed; without any part left, the default index stands.
 */
export function readIndex(get: (name: string) => string | null): { index: IndexView; problems: Problem[] } {
  const problems: Problem[] = [];
  const reject = (parameter: string, value: string, reason: IndexProblem): undefined => {
    problems.push({ parameter, value, reason });
    return undefined;
  };
  const text = get('x') ?? DEFAULT_PRESET;
  const preset = findPreset(text)?.id ?? null;
  const own = preset === null ? readParts(text, (value, reason) => reject('x', value, reason)) : [];
  if (preset === null && own.length === 0) reject('x', text, 'unknown-index');
  const chosen = preset ?? (own.length === 0 ? DEFAULT_PRESET : null);
  const base = baseOf(chosen);
  const components = chosen === null ? own : presetIndex(chosen).recipe.components;
  const recipe: Recipe = {
    components,
    normalisation:
      readWord(get('xm'), NORMALISATION_WORDS, (value) => reject('xm', value, 'unknown-normalisation')) ??
      base.normalisation,
    reference:
      readWord(get('xr'), REFERENCE_WORDS, (value) => reject('xr', value, 'unknown-reference')) ??
      base.reference,
    threshold: readThreshold(get('xs'), (value) => reject('xs', value, 'bad-threshold')) ?? base.threshold,
  };
  if (!allowsNormalisation(components, recipe.normalisation)) {
    reject('xm', NORMALISATION_WORDS[recipe.normalisation], 'unfit-normalisation');
    recipe.normalisation = allowsNormalisation(components, base.normalisation) ? base.normalisation : 'rank';
  }
  const name = (get('xn') ?? '').trim().slice(0, MAX_NAME).trim();
  return { index: indexOf(recipe, name), problems };
}

function readParts(text: string, reject: (value: string, reason: IndexProblem) => undefined): Component[] {
  const components: { name: string; weight: number; ingredients: Ingredient[] }[] = [];
  const seen = new Set<string>();
  for (const item of text.split(LIST_SEPARATOR).filter(Boolean)) {
    const [head = '', weightText = '', end = '', ...more] = item.split('.');
    const weight = /^\d{1,2}$/.test(weightText) ? Number(weightText) : Number.NaN;
    const fits = weight <= MAX_WEIGHT && more.length === 0;
    if (item.startsWith('*')) {
      const name = COMPONENT_NAMES.find((known) => `*${known}` === head);
      if (name && fits && end === '') components.push({ name, weight, ingredients: [] });
      else reject(item, 'bad-ingredient');
      continue;
    }
    const subject = findIndicator(head);
    if (!subject || !isIngredient(subject)) {
      reject(item, 'unknown-ingredient');
      continue;
    }
    if (!fits || seen.has(head) || !['', 'h', 'b'].includes(end)) {
      reject(item, 'bad-ingredient');
      continue;
    }
    if (seen.size === MAX_INGREDIENTS) {
      reject(item, 'too-many-ingredients');
      continue;
    }
    seen.add(head);
    if (components.length === 0) components.push({ name: '', weight: 1, ingredients: [] });
    const fragile = end === '' ? fragileEnd(head) : end === 'h' ? 'high' : 'low';
    components.at(-1)?.ingredients.push({ indicator: head, weight, fragile });
  }
  return components.filter(({ ingredients }) => ingredients.length > 0);
}

function readWord<Key extends string>(
  text: string | null,
  words: Record<Key, string>,
  reject: (value: string) => undefined,
): Key | undefined {
  if (text === null) return undefined;
  const entry = (Object.entries(words) as [Key, string][]).find(([, word]) => word === text);
  return entry ? entry[0] : reject(text);
}

function readThreshold(text: string | null, reject: (value: string) => undefined): number | undefined {
  if (text === null) return undefined;
  const percent = /^\d{1,3}$/.test(text) ? Number(text) : Number.NaN;
  return percent >= 0 && percent <= 100 ? percent / 100 : reject(text);
}
