import { describe, expect, it } from 'vitest';
import {
  addIngredient,
  changeIngredient,
  levelWeights,
  removeIngredient,
  weighComponent,
} from './edit-recipe.ts';
import { findPreset } from './presets.ts';
import { ingredientsOf, sharesOf } from './recipe.ts';

const recipeOf = (id: string) => {
  const recipe = findPreset(id)?.recipe;
  if (!recipe) throw new Error(id);
  return recipe;
};
const deri = recipeOf('deri');

describe('editing an index', () => {
  it('changes one weight and leaves the rest', () => {
    const edited = changeIngredient(deri, 'chomage', { weight: 9 });
    expect(ingredientsOf(edited).map(({ weight }) => weight)).toEqual([5, 4, 2, 9, 3]);
    expect(ingredientsOf(deri).map(({ weight }) => weight)).toEqual([5, 4, 2, 2, 3]);
  });

  it('takes a component away with its last part', () => {
    expect(removeIngredient(deri, 'fibre-2026').components.map(({ name }) => name)).toEqual([
      'demographie',
      'privation',
    ]);
  });

  it('adds an indicator at the end that concerns', () => {
    const added = addIngredient({ ...recipeOf('quatre-faits'), components: [] }, 'fibre-2026');
    expect(ingredientsOf(added)).toEqual([{ indicator: 'fibre-2026', weight: 5, fragile: 'low' }]);
    expect(sharesOf(added)).toEqual([1]);
  });

  it('leaves published scores for ranks when something else comes in', () => {
    const ifn = recipeOf('ifn-2023');
    expect(changeIngredient(ifn, 'ifn-pauvrete', { weight: 4 }).normalisation).toBe('published');
    expect(addIngredient(ifn, 'chomage').normalisation).toBe('rank');
  });

  it('weighs components, and levels everything', () => {
    const weighed = weighComponent(deri, 'connexion', 9);
    expect(sharesOf(weighed).at(-1)).toBeCloseTo(9 / 15);
    expect(new Set(ingredientsOf(levelWeights(weighed)).map(({ weight }) => weight))).toEqual(new Set([5]));
    expect(sharesOf(levelWeights(weighed))[0]).toBeCloseTo(1 / 3);
  });
});
