import type { Indicator } from './indicator.ts';

/** Bands of the 2018 source: the lower bound of each, in % of premises. */
export const FIBRE_2018_BANDS = [
  { value: 0, label: 'moins de 5 %' },
  { value: 5, label: '5 à 10 %' },
  { value: 10, label: '10 à 25 %' },
  { value: 25, label: '25 à 50 %' },
  { value: 50, label: '50 à 80 %' },
  { value: 80, label: '80 % et plus' },
] as const;

export const connectionIndicators: readonly Indicator[] = [
  {
    id: 'fibre-2026',
    theme: 'connexion',
    label: 'Locaux raccordables à la fibre',
    short: 'Fibre',
    kind: 'rate',
    unit: '%',
    decimals: 1,
    year: '2026',
    source: 'fibre-2026',
    worse: 'low',
    definition:
      'Part des logements et locaux professionnels que l’on peut raccorder à la fibre jusqu’à l’abonné.',
    formula: 'Locaux raccordables divisés par locaux estimés, plafonné à 100 %.',
    limits:
      'Raccordable ne veut pas dire raccordé ni abonné. Paris, Lyon et Marseille sont sans valeur. Pour un groupe de communes, les logements de 2018 remplacent le nombre de locaux, que la source ne donne pas.',
    aggregate: { rule: 'mean', weight: 'logements-2018', label: 'pondéré par les logements (2018)' },
  },
  {
    id: 'fibre-2018',
    theme: 'connexion',
    label: 'Fibre en 2018, par tranche',
    short: 'Fibre 2018',
    kind: 'band',
    unit: '',
    decimals: 0,
    year: 'T1 2018',
    source: 'fibre-2018',
    worse: 'low',
    definition: 'Tranche de la part des locaux raccordables à la fibre au premier trimestre 2018.',
    formula: 'Champ « Catégorie » de l’Arcep.',
    limits:
      'Une tranche, pas un taux : on compare des tranches. Les communes fusionnées dont les tranches différaient sont sans valeur.',
    aggregate: { rule: 'none', reason: 'des tranches ne s’agrègent pas' },
    classes: FIBRE_2018_BANDS,
  },
  {
    id: 'locaux-raccordables-2018',
    theme: 'connexion',
    label: 'Locaux raccordables à la fibre en 2018',
    short: 'Locaux fibrés 2018',
    kind: 'count',
    unit: 'locaux',
    decimals: 0,
    year: 'T1 2018',
    source: 'fibre-2018',
    worse: null,
    definition:
      'Nombre de logements et locaux professionnels raccordables à la fibre au premier trimestre 2018.',
    formula: 'Champ « Locaux Raccordables » de l’Arcep.',
    limits: 'Un nombre sans total : ne donne pas de taux.',
    aggregate: { rule: 'sum' },
  },
];
