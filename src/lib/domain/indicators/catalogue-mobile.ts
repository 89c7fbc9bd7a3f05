import type { Indicator } from './indicator.ts';

const mobile = {
  theme: 'connexion',
  source: 'mobile',
  year: 'dernier trimestre',
  limits:
    'France métropolitaine. Un site ne couvre pas toute la commune, et une commune sans site peut être couverte par ses voisines.',
} as const;

const sites = {
  ...mobile,
  kind: 'count',
  unit: 'sites',
  decimals: 0,
  worse: null,
  aggregate: { rule: 'sum' },
} as const;

/** Mobile sites in service, by ARCEP. */
export const mobileIndicators: readonly Indicator[] = [
  {
    ...sites,
    id: 'sites-4g',
    label: 'Sites mobiles 4G',
    short: 'Sites 4G',
    definition: 'Nombre de sites 4G en service dans la commune, un par opérateur et par support.',
    formula: 'Lignes dont « site_4g » vaut 1.',
  },
  {
    ...sites,
    id: 'sites-5g',
    label: 'Sites mobiles 5G',
    short: 'Sites 5G',
    definition: 'Nombre de sites 5G en service dans la commune, un par opérateur et par support.',
    formula: 'Lignes dont « site_5g » vaut 1.',
  },
  {
    ...mobile,
    id: 'operateurs-4g',
    label: 'Opérateurs présents en 4G',
    short: 'Opérateurs 4G',
    kind: 'count',
    unit: 'opérateurs',
    decimals: 0,
    worse: 'low',
    definition: 'Nombre d’opérateurs qui ont au moins un site 4G dans la commune.',
    formula: 'Codes d’opérateur distincts parmi les lignes dont « site_4g » vaut 1.',
    aggregate: { rule: 'none', reason: 'les mêmes opérateurs se retrouvent d’une commune à l’autre' },
  },
  {
    ...mobile,
    id: 'distance-4g',
    label: 'Distance du centre au site 4G le plus proche',
    short: 'Site 4G le plus proche',
    kind: 'measure',
    unit: 'km',
    decimals: 1,
    worse: 'high',
    definition:
      'Distance à vol d’oiseau entre le centre de la commune et le site 4G le plus proche, dans la commune ou ailleurs.',
    formula: 'Grand cercle, sur une sphère de 6 371 km de rayon.',
    limits: 'France métropolitaine. Une distance, pas une couverture : le relief n’est pas compté.',
    aggregate: { rule: 'mean', weight: 'population', label: 'pondéré par la population' },
  },
];
