import type { AggregateRule, Indicator } from './indicator.ts';

const byFiscalPeople: AggregateRule = {
  rule: 'mean',
  weight: 'personnes-fiscales-2021',
  label: 'pondéré par les personnes des ménages fiscaux (2021)',
};

const filosofi = { theme: 'pauvrete', year: '2021', source: 'filosofi-2021' } as const;

export const povertyIndicators: readonly Indicator[] = [
  {
    ...filosofi,
    id: 'niveau-de-vie-median',
    label: 'Niveau de vie médian',
    short: 'Niveau de vie',
    kind: 'euros',
    unit: '€ par an',
    decimals: 0,
    worse: 'low',
    definition:
      'La moitié des habitants vivent avec moins que ce montant par an, après impôts et prestations, compte tenu de la taille du ménage.',
    formula:
      'MED21 de Filosofi : revenu disponible du ménage divisé par le nombre d’unités de consommation ; médiane des personnes.',
    limits:
      'Secret statistique dans les plus petites communes (10 % des communes, 2 % des habitants). Une médiane ne s’agrège pas : pour un groupe de communes, on montre une moyenne pondérée des médianes, sous ce nom.',
    aggregate: {
      rule: 'mean-of-medians',
      weight: 'personnes-fiscales-2021',
      label: 'moyenne des médianes communales, pondérée par les personnes des ménages fiscaux (2021)',
    },
  },
  {
    ...filosofi,
    id: 'taux-de-pauvrete',
    label: 'Taux de pauvreté',
    short: 'Pauvreté',
    kind: 'rate',
    unit: '%',
    decimals: 0,
    worse: 'high',
    definition:
      'Part des habitants dont le niveau de vie est inférieur à 60 % du niveau de vie médian national.',
    formula: 'TP6021 de Filosofi, arrondi à l’entier par l’Insee.',
    limits:
      'Sous secret statistique dans 87 % des communes (27 % des habitants), et le secret n’est pas réparti au hasard. Publié à 5 %, il veut dire « 5 % ou moins ».',
    aggregate: byFiscalPeople,
  },
  {
    ...filosofi,
    id: 'premier-decile',
    label: 'Premier décile de niveau de vie',
    short: 'Premier décile',
    kind: 'euros',
    unit: '€ par an',
    decimals: 0,
    worse: 'low',
    definition: 'Les 10 % d’habitants les plus modestes vivent avec moins que ce montant par an.',
    formula: 'D121 de Filosofi.',
    limits:
      'Sous secret statistique dans la plupart des communes de moins de 2 000 habitants. Un décile ne s’agrège pas.',
    aggregate: { rule: 'none', reason: 'un décile ne s’agrège pas' },
  },
  {
    ...filosofi,
    id: 'part-minima-sociaux',
    label: 'Part des minima sociaux dans le revenu',
    short: 'Minima sociaux',
    kind: 'rate',
    unit: '%',
    decimals: 1,
    worse: 'high',
    definition:
      'Part des minima sociaux (RSA, AAH, minimum vieillesse…) dans le revenu disponible des habitants.',
    formula: 'PPMINI21 de Filosofi.',
    limits: 'Sous secret statistique dans la plupart des communes de moins de 2 000 habitants.',
    aggregate: byFiscalPeople,
  },
  {
    ...filosofi,
    id: 'personnes-fiscales-2021',
    label: 'Personnes des ménages fiscaux',
    short: 'Personnes fiscales',
    kind: 'count',
    unit: 'personnes',
    decimals: 0,
    worse: null,
    definition: 'Nombre de personnes des ménages que décrit Filosofi ; le dénominateur des taux de pauvreté.',
    formula: 'NBPERSMENFISC21 de Filosofi.',
    limits: 'Hors communautés et sans-abri.',
    aggregate: { rule: 'sum' },
  },
  {
    theme: 'pauvrete',
    year: '2019',
    source: 'rp-2018',
    id: 'niveau-de-vie-median-2019',
    label: 'Niveau de vie médian en 2019',
    short: 'Niveau de vie 2019',
    kind: 'euros',
    unit: '€ par an',
    decimals: 0,
    worse: 'low',
    definition: 'La moitié des habitants vivaient avec moins que ce montant en 2019.',
    formula: 'MED19 du comparateur de territoires.',
    limits: 'Euros de 2019, sans correction de l’inflation. Une médiane ne s’agrège pas.',
    aggregate: { rule: 'none', reason: 'une médiane ne s’agrège pas' },
  },
];
