import { DEFAULT_THRESHOLD, type Component, type FragileEnd, type Recipe } from './recipe.ts';

/** An input that an index would take and that no loaded source gives: listed, never faked. */
export type MissingInput =
  | 'couverture-4g'
  | 'peu-ou-pas-diplomes'
  | '75-ans-et-plus'
  | 'allocations'
  | 'debit-moyen'
  | 'mobilite'
  | 'equipement';

/** Whom an index is about; `seniors` and `young` wait for a source by age. */
export type Audience = 'all' | 'seniors' | 'young';

/** A ready-made index. */
export interface Preset {
  id: string;
  audience: Audience;
  recipe: Recipe;
  missing: readonly MissingInput[];
}

/** Rate of poverty, published where it is and estimated elsewhere. */
export const POVERTY = 'taux-de-pauvrete-estime';

const weighed = (name: string, weight: number, ...parts: [string, number, FragileEnd][]): Component => ({
  name,
  weight,
  ingredients: parts.map(([indicator, own, fragile]) => ({ indicator, weight: own, fragile })),
});

const plain = (...parts: [string, number, FragileEnd][]): readonly Component[] => [weighed('', 1, ...parts)];

const common = { normalisation: 'rank', reference: 'france', threshold: DEFAULT_THRESHOLD } as const;

/** The index shown before any choice. */
export const DEFAULT_PRESET = 'maillage';

export const PRESETS: readonly Preset[] = [
  {
    id: 'maillage',
    audience: 'all',
    missing: ['couverture-4g', 'peu-ou-pas-diplomes', 'mobilite', 'equipement'],
    recipe: {
      ...common,
      components: plain(
        ['fibre-2026', 5, 'low'],
        [POVERTY, 5, 'high'],
        ['part-65-ans-et-plus', 5, 'high'],
        ['part-diplomes-superieur', 5, 'low'],
      ),
    },
  },
  {
    id: 'quatre-faits',
    audience: 'all',
    missing: ['couverture-4g', 'peu-ou-pas-diplomes', 'mobilite', 'equipement'],
    recipe: {
      ...common,
      components: plain(
        ['fibre-2026', 5, 'low'],
        ['niveau-de-vie-median', 5, 'low'],
        ['part-65-ans-et-plus', 5, 'high'],
        ['part-diplomes-superieur', 5, 'low'],
      ),
    },
  },
  {
    id: 'ifn-2023',
    audience: 'all',
    missing: [],
    recipe: {
      ...common,
      normalisation: 'published',
      components: plain(
        ['ifn-sans-thd', 1, 'high'],
        ['ifn-sans-4g', 1, 'high'],
        ['ifn-pauvrete', 1, 'high'],
        ['ifn-65-ans-et-plus', 1, 'high'],
        ['ifn-peu-diplomes', 1, 'high'],
      ),
    },
  },
  {
    id: 'deri',
    audience: 'all',
    missing: ['75-ans-et-plus', 'peu-ou-pas-diplomes', 'allocations', 'debit-moyen'],
    recipe: {
      ...common,
      normalisation: 'min-max',
      components: [
        weighed('demographie', 3, ['part-65-ans-et-plus', 5, 'high']),
        weighed(
          'privation',
          3,
          ['part-diplomes-superieur', 4, 'low'],
          [POVERTY, 2, 'high'],
          ['chomage', 2, 'high'],
        ),
        weighed('connexion', 3, ['fibre-2026', 3, 'low']),
      ],
    },
  },
  {
    id: 'effectifs',
    audience: 'all',
    missing: [],
    recipe: {
      ...common,
      normalisation: 'people',
      components: plain(
        ['personnes-65-ans-et-plus', 1, 'high'],
        ['personnes-pauvres-moins-de-65-ans', 1, 'high'],
      ),
    },
  },
  {
    id: 'connexion',
    audience: 'all',
    missing: ['couverture-4g', 'debit-moyen'],
    recipe: { ...common, components: plain(['fibre-2026', 5, 'low']) },
  },
  {
    id: 'pauvrete',
    audience: 'all',
    missing: [],
    recipe: { ...common, components: plain([POVERTY, 5, 'high']) },
  },
];

/** The preset of that id, if any. */
export const findPreset = (id: string): Preset | undefined => PRESETS.find((preset) => preset.id === id);
