import type { Indicator } from './indicator.ts';

const ifn = {
  theme: 'fragilite',
  kind: 'score',
  unit: 'sur 10',
  decimals: 1,
  year: '2023',
  source: 'ifn-communes',
  worse: 'high',
  limits:
    'Un score, pas un taux. Publié par commune et par intercommunalité seulement. Licence non précisée : montré avec sa source, jamais redistribué.',
  aggregate: {
    rule: 'none',
    reason: 'un score publié ne s’agrège pas ; celui des intercommunalités est publié à part',
  },
} as const;

/** Column of the IFN files → indicator. */
export const IFN_COLUMNS = {
  total: 'ifn-total',
  no_thd_coverage_rate: 'ifn-sans-thd',
  no_4g_coverage_rate: 'ifn-sans-4g',
  poverty_rate: 'ifn-pauvrete',
  older_65_rate: 'ifn-65-ans-et-plus',
  nscol15p_rate: 'ifn-peu-diplomes',
} as const;

export const fragilityIndicators: readonly Indicator[] = [
  {
    ...ifn,
    id: 'ifn-total',
    label: 'Indice de fragilité numérique (IFN)',
    short: 'IFN',
    definition: 'Score de 0 à 10 de La Mednum ; 10 désigne les territoires les plus fragiles.',
    formula:
      'Moyenne simple de cinq scores : sans très haut débit, sans 4G, pauvreté, 65 ans et plus, peu ou pas diplômés.',
  },
  {
    ...ifn,
    id: 'ifn-sans-thd',
    label: 'IFN, locaux sans très haut débit',
    short: 'IFN sans THD',
    definition: 'Score de la part des locaux sans très haut débit (moins de 30 Mbit/s).',
    formula: 'Place dans la distribution nationale ; la règle exacte n’est pas publiée.',
  },
  {
    ...ifn,
    id: 'ifn-sans-4g',
    label: 'IFN, surface sans 4G',
    short: 'IFN sans 4G',
    definition: 'Score de la part non couverte en 4G.',
    formula: 'Place dans la distribution nationale ; la règle exacte n’est pas publiée.',
  },
  {
    ...ifn,
    id: 'ifn-pauvrete',
    label: 'IFN, pauvreté',
    short: 'IFN pauvreté',
    definition: 'Score du taux de pauvreté.',
    formula: 'Place dans la distribution nationale ; la règle exacte n’est pas publiée.',
    limits:
      'Suit le taux publié là où il existe (corrélation de rang 0,91 sur 4 394 communes), mais n’a pas de lien avec le niveau de vie médian dans les 26 906 communes sous secret (−0,03). Licence non précisée : jamais redistribué.',
  },
  {
    ...ifn,
    id: 'ifn-65-ans-et-plus',
    label: 'IFN, 65 ans et plus',
    short: 'IFN 65 ans et plus',
    definition: 'Score de la part des 65 ans et plus.',
    formula: 'Place dans la distribution nationale ; la règle exacte n’est pas publiée.',
  },
  {
    ...ifn,
    id: 'ifn-peu-diplomes',
    label: 'IFN, peu ou pas diplômés',
    short: 'IFN peu diplômés',
    definition: 'Score de la part des habitants non scolarisés de 15 ans et plus peu ou pas diplômés.',
    formula: 'Place dans la distribution nationale ; la règle exacte n’est pas publiée.',
  },
];
