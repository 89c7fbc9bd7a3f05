import type { AggregateRule, Indicator } from './indicator.ts';

const byFiscalPeople: AggregateRule = {
  rule: 'mean',
  weight: 'personnes-fiscales-2021',
  label: 'pondéré par les personnes des ménages fiscaux (2021)',
};

const filosofi = { theme: 'pauvrete', year: '2021', source: 'filosofi-2021' } as const;

const estimated = { theme: 'pauvrete', year: '2021', source: 'estimation-pauvrete' } as const;

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
    ...estimated,
    id: 'taux-de-pauvrete-estime',
    label: 'Taux de pauvreté, estimé là où il est secret',
    short: 'Pauvreté, estimée',
    kind: 'rate',
    unit: '%',
    decimals: 1,
    worse: 'high',
    definition:
      'Part des habitants dont le niveau de vie est inférieur à 60 % du niveau de vie médian national : le taux publié par l’Insee où il existe, ailleurs notre estimation.',
    formula:
      'TP6021 de Filosofi ; là où il est secret, un modèle appris sur les communes connues à partir du niveau de vie médian, du logement, de l’emploi, des âges, des diplômes, de la densité et des communes voisines, avec un intervalle qui contient la vraie valeur neuf fois sur dix.',
    limits:
      'Une estimation n’est pas une mesure : lisez l’intervalle. Les communes estimées sont plus petites que celles qui ont servi à apprendre. Guadeloupe, Guyane et Mayotte ne sont pas couvertes.',
    aggregate: byFiscalPeople,
  },
  {
    ...estimated,
    id: 'personnes-pauvres',
    label: 'Personnes en situation de pauvreté',
    short: 'Personnes pauvres',
    kind: 'count',
    unit: 'personnes',
    decimals: 0,
    worse: 'high',
    definition: 'Nombre de personnes dont le niveau de vie est inférieur au seuil de pauvreté.',
    formula:
      'Taux de pauvreté, publié ou estimé, multiplié par les personnes des ménages fiscaux (NBPERSMENFISC21 ; là où ce nombre manque, la population et la proportion du département).',
    limits:
      'Hors communautés et sans-abri. À partir d’un taux publié à l’unité près : à 2 000 personnes, l’arrondi vaut dix personnes de plus ou de moins.',
    aggregate: { rule: 'sum' },
  },
  {
    ...estimated,
    id: 'personnes-pauvres-moins-de-65-ans',
    label: 'Personnes de moins de 65 ans en situation de pauvreté',
    short: 'Pauvres de moins de 65 ans',
    kind: 'count',
    unit: 'personnes',
    decimals: 0,
    worse: 'high',
    definition:
      'Nombre de personnes de moins de 65 ans dont le niveau de vie est inférieur au seuil de pauvreté ; s’ajoute aux 65 ans et plus sans compter personne deux fois.',
    formula:
      'Personnes en situation de pauvreté, multipliées par la part des moins de 65 ans (recensement 2022).',
    limits:
      'Suppose le même taux de pauvreté à tout âge dans une commune. Il est en général plus bas après 65 ans : ce nombre est donc plutôt trop bas.',
    aggregate: { rule: 'sum' },
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
    id: 'part-menages-imposes',
    label: 'Part des ménages imposés',
    short: 'Ménages imposés',
    kind: 'rate',
    unit: '%',
    decimals: 0,
    worse: 'low',
    definition: 'Part des ménages fiscaux qui paient l’impôt sur le revenu.',
    formula: 'PIMP21 de Filosofi.',
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
