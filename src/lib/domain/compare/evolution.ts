/** Two editions that may be set side by side, and how. */
export interface ComparablePair {
  id: 'fibre-2018-2026' | 'population-2013-2018';
  title: string;
  /** Indicators read, then and now. */
  indicators: readonly string[];
  /** What is compared, in words for the reader. */
  how: string;
}

/** Two editions that are both published, or awaited, and may not be set side by side. */
export interface RefusedPair {
  id: string;
  /** « Recensement : 2018 → 2022 ». */
  title: string;
  reason: string;
  /** What to look at instead. */
  instead: string;
}

/** The changes over time that the loaded sources allow. */
export const COMPARABLE: readonly ComparablePair[] = [
  {
    id: 'fibre-2018-2026',
    title: 'Fibre, du premier trimestre 2018 à 2026',
    indicators: ['fibre-2018', 'fibre-2026'],
    how: 'La source de 2018 donne une tranche, pas un taux. Le taux de 2026 est ramené aux mêmes tranches : on compare des tranches, jamais des taux.',
  },
  {
    id: 'population-2013-2018',
    title: 'Population, de 2013 à 2018',
    indicators: ['population-2013', 'evolution-2013-2018'],
    how: 'Deux éditions du recensement séparées de cinq ans : leurs enquêtes ne se recouvrent pas.',
  },
];

/**
 * Changes that are refused, with the reason. Sources: Insee's advice on comparing census editions
 * (five years apart, six across the survey of 2021, which was postponed) and the notices of Filosofi.
 * The median of 2019 (MED19) and that of 2021 are refused too: each is in the euros of its own year and
 * in the perimeters of its own edition, and no price index is loaded; the difference would mix prices,
 * perimeters and incomes.
 */
export const REFUSED: readonly RefusedPair[] = [
  {
    id: 'rp-2018-2022',
    title: 'Recensement, 2018 → 2022',
    reason:
      'Chaque édition réunit cinq années d’enquêtes. Celles de 2018 et de 2022 en partagent une partie : l’écart montré serait faux. L’Insee conseille six ans d’écart depuis le report de l’enquête de 2021.',
    instead: 'La population est comparée de 2013 à 2018 ; les parts de 2022 sont montrées seules.',
  },
  {
    id: 'filosofi-2021-2023',
    title: 'Revenus et pauvreté (Filosofi), 2021 → 2023',
    reason:
      'L’édition 2022 n’a pas été publiée et celle de 2023 n’est pas comparable à celle de 2021. Une baisse ou une hausse entre les deux ne voudrait rien dire.',
    instead: 'Les chiffres de 2021 se comparent entre territoires, pas avec ceux de 2023.',
  },
  {
    id: 'mediane-2019-2021',
    title: 'Niveau de vie médian, 2019 → 2021',
    reason:
      'Chaque médiane est en euros de son année, dans le découpage de son édition. Sans correction des prix, l’écart mêlerait inflation, périmètres et revenus ; au-dessus de la commune, une médiane ne s’agrège pas.',
    instead: 'Les deux montants sont dans le tableau, chacun à son année, sans écart calculé.',
  },
  {
    id: 'taux-fibre-2018-2026',
    title: 'Taux de fibre, 2018 → 2026',
    reason:
      'La source de 2018 ne publie pas de taux, seulement une tranche et un nombre de locaux sans total. Un taux de 2018 serait inventé.',
    instead: 'Les tranches sont comparées.',
  },
  {
    id: 'ifn-editions',
    title: 'Indice de fragilité numérique, 2020 → 2021 → 2023',
    reason:
      'Les trois éditions n’ont ni les mêmes composantes, ni la même échelle, ni la même référence : un score qui change ne dit rien du territoire.',
    instead: 'Seule l’édition 2023 est montrée.',
  },
];
