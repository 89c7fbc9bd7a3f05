import type { AggregateRule, Indicator } from './indicator.ts';

const QUARTER = 'dernier trimestre';

const share = { theme: 'connexion', kind: 'rate', unit: '%', decimals: 1, year: QUARTER } as const;
const premises = {
  theme: 'connexion',
  kind: 'count',
  unit: 'locaux',
  decimals: 0,
  year: QUARTER,
  aggregate: { rule: 'sum' },
} as const;

const by = (weight: string): AggregateRule => ({
  rule: 'mean',
  weight,
  label: 'pondéré par les locaux',
});

const technique = { ...share, source: 'mci-technologies', aggregate: by('mci-locaux') } as const;
const counted = { ...premises, source: 'mci-technologies' } as const;

const ELIGIBLE =
  'Éligible ne veut pas dire abonné. Chaque local compte une fois, sous la meilleure technique qui le dessert.';

const wired = {
  ...share,
  source: 'mci-debits',
  worse: 'low',
  aggregate: by('debit-filaire-locaux'),
  limits:
    'Filaire seulement : ni radio ni satellite. Des seuils qui s’emboîtent, à ne pas additionner. Débit possible, pas débit mesuré.',
} as const;

const land = {
  ...share,
  source: 'mci-debits',
  worse: 'low',
  aggregate: by('debit-terrestre-locaux'),
  limits:
    'Filaire et radio (4G fixe comprise), sans le satellite. Des seuils qui s’emboîtent, à ne pas additionner. Débit possible, pas débit mesuré.',
} as const;

const byWire = (threshold: string): Pick<Indicator, 'definition' | 'formula'> => ({
  definition: `Part des logements et locaux professionnels qui peuvent avoir ${threshold} ou plus par un fil : fibre, câble ou cuivre.`,
  formula: 'Locaux au-dessus du seuil divisés par tous les locaux du fichier filaire.',
});

const byLand = (threshold: string): Pick<Indicator, 'definition' | 'formula'> => ({
  definition: `Part des logements et locaux professionnels qui peuvent avoir ${threshold} ou plus sans satellite.`,
  formula: 'Locaux au-dessus du seuil divisés par tous les locaux du fichier terrestre.',
});

const below = {
  ...premises,
  source: 'mci-debits',
  worse: 'high',
  limits: 'Filaire seulement : ni radio ni satellite. Débit possible, pas débit mesuré.',
  formula: 'Tous les locaux du fichier filaire, moins ceux qui atteignent le seuil.',
} as const;

/** Fixed internet by ARCEP, premises by technique and by speed, and its map of deployments. */
export const internetIndicators: readonly Indicator[] = [
  {
    ...technique,
    id: 'mci-fibre',
    label: 'Locaux raccordables à la fibre (Ma connexion internet)',
    short: 'Fibre, trimestre',
    worse: 'low',
    definition:
      'Part des logements et locaux professionnels que l’on peut raccorder à la fibre jusqu’à l’abonné, parmi tous ceux que le fichier compte.',
    formula: 'elig_ftth divisé par nbr_elig_8.',
    limits: `${ELIGIBLE} Paris, Lyon et Marseille y sont.`,
  },
  {
    ...technique,
    id: 'mci-cuivre-seul',
    label: 'Locaux dont la meilleure technique est le cuivre',
    short: 'Cuivre au mieux',
    worse: 'high',
    definition:
      'Part des locaux que ni la fibre ni le câble ne desservent, et dont l’ADSL ou le VDSL est la meilleure technique.',
    formula: '(elig_cu_30 + elig_cu_8) divisé par nbr_elig_8.',
    limits: ELIGIBLE,
  },
  {
    ...technique,
    id: 'mci-sans-filaire',
    label: 'Locaux sans solution filaire à 8 Mbit/s',
    short: 'Sans filaire',
    worse: 'high',
    definition:
      'Part des locaux qu’aucun fil ne dessert à 8 Mbit/s : il leur reste la 4G fixe, la radio ou le satellite.',
    formula: '(elig_4gf + elig_hdr + elig_sat) divisé par nbr_elig_8.',
    limits: `${ELIGIBLE} Ceux que sert au mieux la radio à très haut débit, qui passe avant le cuivre, n’y sont pas : on ne sait pas si un fil les dessert.`,
  },
  {
    ...counted,
    id: 'mci-locaux',
    label: 'Locaux (Ma connexion internet)',
    short: 'Locaux',
    worse: null,
    definition:
      'Logements et locaux professionnels que l’on peut raccorder à 8 Mbit/s, toutes techniques comprises ; dénominateur des parts.',
    formula: 'nbr_elig_8.',
    limits: 'Le satellite les dessert presque tous.',
  },
  {
    ...counted,
    id: 'mci-sans-fibre',
    label: 'Locaux sans fibre',
    short: 'Sans fibre',
    worse: 'high',
    definition:
      'Nombre de logements et locaux professionnels que l’on ne peut pas encore raccorder à la fibre.',
    formula: 'nbr_elig_8 moins elig_ftth.',
    limits: ELIGIBLE,
  },
  {
    ...wired,
    id: 'debit-filaire-8',
    label: 'Locaux à 8 Mbit/s ou plus, en filaire',
    short: '8 Mbit/s filaire',
    ...byWire('8 Mbit/s'),
  },
  {
    ...wired,
    id: 'debit-filaire-30',
    label: 'Locaux à 30 Mbit/s ou plus, en filaire',
    short: '30 Mbit/s filaire',
    ...byWire('30 Mbit/s'),
  },
  {
    ...wired,
    id: 'debit-filaire-100',
    label: 'Locaux à 100 Mbit/s ou plus, en filaire',
    short: '100 Mbit/s filaire',
    ...byWire('100 Mbit/s'),
  },
  {
    ...wired,
    id: 'debit-filaire-1000',
    label: 'Locaux à 1 Gbit/s ou plus, en filaire',
    short: '1 Gbit/s filaire',
    ...byWire('1 Gbit/s'),
  },
  {
    ...below,
    id: 'locaux-sous-8',
    label: 'Locaux sous 8 Mbit/s en filaire',
    short: 'Sous 8 Mbit/s',
    definition: 'Nombre de locaux qu’aucun fil ne dessert à 8 Mbit/s.',
  },
  {
    ...below,
    id: 'locaux-sous-30',
    label: 'Locaux sous 30 Mbit/s en filaire',
    short: 'Sous 30 Mbit/s',
    definition: 'Nombre de locaux qu’aucun fil ne dessert à 30 Mbit/s, le seuil du très haut débit.',
  },
  {
    ...premises,
    id: 'debit-filaire-locaux',
    source: 'mci-debits',
    label: 'Locaux (débits filaires)',
    short: 'Locaux, filaire',
    worse: null,
    definition: 'Tous les locaux du fichier des débits filaires ; dénominateur de ses parts.',
    formula: 'nbr.',
    limits: 'Estimation de l’Arcep.',
  },
  {
    ...land,
    id: 'debit-terrestre-8',
    label: 'Locaux à 8 Mbit/s ou plus, sans satellite',
    short: '8 Mbit/s terrestre',
    ...byLand('8 Mbit/s'),
  },
  {
    ...land,
    id: 'debit-terrestre-30',
    label: 'Locaux à 30 Mbit/s ou plus, sans satellite',
    short: '30 Mbit/s terrestre',
    ...byLand('30 Mbit/s'),
  },
  {
    ...land,
    id: 'debit-terrestre-100',
    label: 'Locaux à 100 Mbit/s ou plus, sans satellite',
    short: '100 Mbit/s terrestre',
    ...byLand('100 Mbit/s'),
  },
  {
    ...premises,
    id: 'debit-terrestre-locaux',
    source: 'mci-debits',
    label: 'Locaux (débits terrestres)',
    short: 'Locaux, terrestre',
    worse: null,
    definition: 'Tous les locaux du fichier des débits terrestres ; dénominateur de ses parts.',
    formula: 'nbr.',
    limits: 'Estimation de l’Arcep.',
  },
  {
    ...share,
    id: 'cartefibre',
    source: 'cartefibre',
    label: 'Locaux raccordables à la fibre (Carte fibre)',
    short: 'Carte fibre',
    worse: 'low',
    definition:
      'Part des logements et locaux professionnels que l’on peut raccorder à la fibre jusqu’à l’abonné, selon les opérateurs d’infrastructure.',
    formula: 'ftth divisé par Locaux, plafonné à 100 %.',
    limits:
      'Raccordable ne veut pas dire raccordé ni abonné. Le nombre de locaux est une estimation, parfois dépassée par les raccordables.',
    aggregate: by('cartefibre-locaux'),
  },
  {
    ...premises,
    id: 'cartefibre-locaux',
    source: 'cartefibre',
    label: 'Locaux (Carte fibre)',
    short: 'Locaux, Carte fibre',
    worse: null,
    definition: 'Nombre de logements et locaux professionnels de la Carte fibre ; dénominateur de sa part.',
    formula: 'Champ « Locaux ».',
    limits: 'Estimation de l’Arcep.',
  },
];
