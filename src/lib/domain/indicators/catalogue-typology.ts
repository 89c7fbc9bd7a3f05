import type { Indicator } from './indicator.ts';

export const DENSITY_CLASSES = [
  { value: 1, label: 'Grands centres urbains' },
  { value: 2, label: 'Centres urbains intermédiaires' },
  { value: 3, label: 'Ceintures urbaines' },
  { value: 4, label: 'Petites villes' },
  { value: 5, label: 'Bourgs ruraux' },
  { value: 6, label: 'Rural à habitat dispersé' },
  { value: 7, label: 'Rural à habitat très dispersé' },
] as const;

export const RURALITY_CLASSES = [
  { value: 1, label: 'Les ruralités résidentielles aisées' },
  { value: 2, label: 'Les ruralités résidentielles mixtes' },
  { value: 3, label: 'Les petites polarités mixtes' },
  { value: 4, label: 'Les petites polarités industrielles et artisanales' },
  { value: 5, label: 'Les ruralités productives ouvrières' },
  { value: 6, label: 'Les ruralités productives agricoles' },
  { value: 7, label: 'Les ruralités touristiques à dominante résidentielle' },
  { value: 8, label: 'Les ruralités touristiques spécialisées' },
  { value: 9, label: 'Hors champ : DOM ou commune urbaine' },
] as const;

export const CENTRALITY_CLASSES = [
  { value: 1, label: "Centre majeur d'équipements et de services" },
  { value: 2, label: "Centre structurant d'équipements et de services" },
  { value: 3, label: "Centre intermédiaire d'équipements et de services" },
  { value: 4, label: "Centre local d'équipements et de services" },
  { value: 5, label: 'Communes non centre' },
] as const;

const typology = {
  theme: 'typologie',
  kind: 'category',
  unit: '',
  decimals: 0,
  year: '2025',
  worse: null,
  aggregate: { rule: 'none', reason: 'des classes ne s’agrègent pas' },
} as const;

export const typologyIndicators: readonly Indicator[] = [
  {
    ...typology,
    id: 'densite',
    label: 'Niveau de densité',
    short: 'Densité',
    source: 'densite',
    definition: 'Classe de la grille communale de densité en sept niveaux.',
    formula: 'Répartition de la population de la commune en carreaux de un kilomètre.',
    limits: 'La classe décrit la commune entière.',
    classes: DENSITY_CLASSES,
  },
  {
    ...typology,
    id: 'ruralite',
    label: 'Typologie des ruralités',
    short: 'Ruralité',
    source: 'ruralite',
    definition: 'Type de ruralité selon l’ANCT.',
    formula: 'Classification statistique de l’ANCT.',
    limits:
      'Hors champ dans les communes urbaines et outre-mer ; absente dans les communes dont le périmètre a changé.',
    classes: RURALITY_CLASSES,
  },
  {
    ...typology,
    id: 'centralite',
    label: 'Niveau de centralité',
    short: 'Centralité',
    source: 'centralite',
    definition: 'Niveau d’équipements et de services de la commune.',
    formula: 'Classification de l’ANCT et de l’Inrae à partir des équipements.',
    limits: 'Non défini outre-mer.',
    classes: CENTRALITY_CLASSES,
  },
];
