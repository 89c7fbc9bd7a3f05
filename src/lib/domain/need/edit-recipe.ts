import { allowsNormalisation, fragileEnd, type Component, type Ingredient, type Recipe } from './recipe.ts';

/** Middle of the scale of weights: what an indicator counts for when it is added. */
const ADDED_WEIGHT = 5;

/** Changes the parts of an index; a normalisation that no longer fits them gives way to ranks. */
function withComponents(recipe: Recipe, components: readonly Component[]): Recipe {
  const kept = components.filter(({ ingredients }) => ingredients.length > 0);
  const { normalisation } = recipe;
  return {
    ...recipe,
    components: kept,
    normalisation: allowsNormalisation(kept, normalisation) ? normalisation : 'rank',
  };
}

const editIngredients = (
  recipe: Recipe,
  edit: (ingredients: readonly Ingredient[]) => readonly Ingredient[],
): Recipe =>
  withComponents(
    recipe,
    recipe.components.map((component) => ({ ...component, ingredients: edit(component.ingredients) })),
  );

/** Changes one ingredient; the others stay. */
export const changeIngredient = (
  recipe: Recipe,
  indicator: string,
  change: Partial<Pick<Ingredient, 'weight' | 'fragile'>>,
): Recipe =>
  editIngredients(recipe, (ingredients) =>
    ingredients.map((one) => (one.indicator === indicator ? { ...one, ...change } : one)),
  );

/** Takes an ingredient out, and its component when nothing is left in it. */
export const removeIngredient = (recipe: Recipe, indicator: string): Recipe =>
  editIngredients(recipe, (ingredients) => ingredients.filter((one) => one.indicator !== indicator));

/** Adds an indicator at its usual end, to the last component. */
export function addIngredient(recipe: Recipe, indicator: string): Recipe {
  const added: Ingredient = { indicator, weight: ADDED_WEIGHT, fragile: fragileEnd(indicator) };
  const { components } = recipe;
  const last = components.at(-1) ?? { name: '', weight: 1, ingredients: [] };
  return withComponents(recipe, [
    ...components.slice(0, -1),
    { ...last, ingredients: [...last.ingredients, added] },
  ]);
}

/** Weighs a component against the others. */
export const weighComponent = (recipe: Recipe, name: string, weight: number): Recipe =>
  withComponents(
    recipe,
    recipe.components.map((one) => (one.name === name ? { ...one, weight } : one)),
  );

/** Gives the same weight to everything. */
export const levelWeights = (recipe: Recipe): Recipe => ({
  ...recipe,
  components: recipe.components.map((component) => ({
    ...component,
    weight: component.name === '' ? component.weight : ADDED_WEIGHT,
    ingredients: component.ingredients.map((one) => ({ ...one, weight: ADDED_WEIGHT })),
  })),
});
