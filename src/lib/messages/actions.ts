/** Words of the library of actions. */
export const actions = {
  title: 'Des actions qui ont fait leurs preuves',
  description:
    'Une bibliothèque d’actions d’inclusion numérique, chacune avec ses étapes, son ordre de coût, ses indicateurs et ses sources.',
  lead: 'D’autres territoires ont déjà mené ces actions. Chaque fiche dit à quel besoin elle répond, ce que l’on fait, ce qu’il faut, ce que cela coûte quand un chiffre est publié, et ce que l’on compte.',
  filter: {
    label: 'Choisir des actions',
    need: 'Besoin',
    anyNeed: 'Sans préciser',
    audience: 'Public',
    anyAudience: 'Sans préciser',
    apply: 'Choisir',
    clear: 'Toutes les actions',
  },
  ignored: (values: string): string =>
    `Ce choix n’existe pas et n’a pas été suivi : ${values}. Choisissez dans les listes.`,
  count: (count: string, one: boolean): string => `${count} ${one ? 'fiche' : 'fiches'}`,
  forEveryone: (count: string, one: boolean): string =>
    `dont ${count} ${one ? 'faite' : 'faites'} pour tous les publics, à la fin`,
  none: 'Aucune fiche ne répond à ces deux choix à la fois. Enlevez le besoin ou le public.',
  contents: 'Les fiches',
  start: 'Partir de cette action dans une stratégie',
  top: 'Revenir à la liste',
  fields: {
    need: 'Besoin',
    audience: 'Public',
    steps: 'Ce que l’on fait',
    prerequisites: 'Ce qu’il faut avant',
    leads: 'Qui porte',
    partners: 'Avec qui',
    costs: 'Ordre de coût',
    indicators: 'Que compter',
    months: 'Premiers résultats',
    watch: 'À surveiller',
    look: 'Où regarder',
    references: 'Où cela s’est fait',
  },
  nature: { investment: 'Investissement', operating: 'Fonctionnement' },
  noCost: 'Aucun ordre de coût publié trouvé.',
  direction: { up: 'à faire monter', down: 'à faire baisser' },
  months: (count: string): string => `Environ ${count} mois après la décision`,
  gaps: (offer: string): string => `Écarts : ${offer}`,
  map: (indicator: string): string => `Carte : ${indicator}`,
  source: (publisher: string, year: number): string => `${publisher}, ${year}`,
  about: {
    title: 'D’où viennent ces fiches',
    paragraphs: [
      'Les coûts et les expériences viennent de textes publiés, cités sur chaque fiche avec leur année. Quand aucun ordre de coût n’a été trouvé, la fiche le dit : rien n’est deviné. Un coût ancien ou local donne une échelle, pas un devis.',
      'Les étapes, les indicateurs et les durées sont des propositions de Maillage, à adapter. Une aide de l’État peut avoir changé depuis : vérifiez auprès de la préfecture.',
    ],
  },
} as const;
