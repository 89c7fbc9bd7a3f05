import type { Indicator } from './indicator.ts';

/** What a commune's closing is known as: already closed, in a year, or not planned yet. */
export const CLOSED = 0;
export const LAST_YEAR = 2030;
export const NOT_PLANNED = 9999;

/** A band a year, between what is closed and what has no date. */
export const COPPER_CLASSES = [
  { value: CLOSED, label: 'déjà fermé' },
  { value: 2026, label: 'ferme en 2026' },
  { value: 2027, label: 'ferme en 2027' },
  { value: 2028, label: 'ferme en 2028' },
  { value: 2029, label: 'ferme en 2029' },
  { value: LAST_YEAR, label: 'ferme en 2030 ou après' },
  { value: NOT_PLANNED, label: 'date pas encore prévue' },
] as const;

const FIRST_YEAR = 2026;

/** The class of a year of closing; those before the first one are closed whoever reads. */
export const copperClass = (year: number): number => (year < FIRST_YEAR ? CLOSED : Math.min(year, LAST_YEAR));

const PARTS = 'Une commune dont des parties ferment à des dates différentes est sans valeur.';

const dates = {
  theme: 'connexion',
  decimals: 0,
  year: 'calendrier publié',
  source: 'cuivre',
  // The sooner, the less time is left.
  worse: 'low',
} as const;

const without = {
  theme: 'connexion',
  year: 'dernier trimestre',
  source: 'cuivre-sans-fibre',
  worse: 'high',
  limits:
    'La fibre d’aujourd’hui, devant la date de demain : le déploiement continue d’ici là. Sans valeur tant que la date n’est pas prévue.',
  aggregate: {
    rule: 'none',
    reason: 'les communes ferment à des dates différentes : leurs locaux se comptent par échéance',
  },
} as const;

export const copperIndicators: readonly Indicator[] = [
  {
    ...dates,
    id: 'fermeture-cuivre',
    label: 'Fermeture du réseau cuivre, par année',
    short: 'Fin du cuivre',
    kind: 'band',
    unit: '',
    definition:
      'Année où le réseau téléphonique en cuivre, qui porte l’ADSL, cesse de fonctionner dans la commune.',
    formula:
      'Année de la fermeture technique ; « déjà fermé » quand le producteur l’écrit ou quand l’année est passée.',
    limits: `Une date vide veut dire « pas encore prévue » : le réseau ferme partout d’ici à 2030. ${PARTS}`,
    aggregate: { rule: 'none', reason: 'des dates ne s’agrègent pas' },
    classes: COPPER_CLASSES,
  },
  {
    ...dates,
    id: 'date-fermeture-cuivre',
    label: 'Date de fermeture technique du cuivre',
    short: 'Fermeture du cuivre',
    kind: 'date',
    unit: '',
    definition: 'Jour où les services sur le réseau en cuivre s’arrêtent, au plus tard, dans la commune.',
    formula: 'Champ « fermeture_technique » du fichier.',
    limits: `Sans valeur tant que la date n’est pas prévue. ${PARTS}`,
    aggregate: { rule: 'none', reason: 'des dates ne s’agrègent pas' },
  },
  {
    ...dates,
    id: 'date-fermeture-commerciale-cuivre',
    label: 'Date de fermeture commerciale du cuivre',
    short: 'Plus d’offre en cuivre',
    kind: 'date',
    unit: '',
    definition: 'Jour à partir duquel on ne peut plus souscrire d’offre sur le réseau en cuivre.',
    formula: 'Champ « fermeture_commerciale » du fichier.',
    limits: `Sans valeur quand le fichier ne la donne pas. ${PARTS}`,
    aggregate: { rule: 'none', reason: 'des dates ne s’agrègent pas' },
  },
  {
    ...without,
    id: 'cuivre-sans-fibre',
    label: 'Locaux sans fibre là où le cuivre ferme',
    short: 'Sans fibre à la fin du cuivre',
    kind: 'count',
    unit: 'locaux',
    decimals: 0,
    definition:
      'Locaux qui n’ont pas encore la fibre, dans une commune dont la fermeture du cuivre est datée ou faite : leurs occupants perdront leur connexion si rien ne change.',
    formula:
      'Locaux moins locaux raccordables à la fibre (Ma connexion internet) ; sans cette source, part sans fibre de 2026 multipliée par les logements de 2018.',
  },
  {
    ...without,
    id: 'cuivre-part-sans-fibre',
    label: 'Part des locaux sans fibre là où le cuivre ferme',
    short: 'Part sans fibre à la fin du cuivre',
    kind: 'rate',
    unit: '%',
    decimals: 1,
    definition:
      'Part des locaux qui n’ont pas encore la fibre, dans une commune dont la fermeture du cuivre est datée ou faite.',
    formula: 'Locaux sans fibre divisés par locaux de la commune.',
  },
];
