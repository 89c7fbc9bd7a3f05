import type { ActionModel } from './action-model.ts';
import { PROGRAMME_TEXTS } from './programme-texts.ts';

/** Ways to learn. */
export const LEARNING_ACTIONS: readonly ActionModel[] = [
  {
    key: 'pass-numerique',
    title: 'Distribuer des Pass numériques',
    summary:
      'Un carnet de chèques de 10 €, remis par un accueil de confiance, paie des heures d’atelier dans un lieu qualifié.',
    needs: ['income', 'capacity'],
    need: 'Des ateliers existent, mais ceux qui en ont besoin n’y viennent pas ou ne peuvent pas payer.',
    offers: ['training'],
    signals: ['taux-de-pauvrete-estime', 'part-minima-sociaux'],
    audiences: ['low-income', 'jobseekers', 'seniors', 'young'],
    steps: [
      'Vérifier qu’assez de lieux qualifiés existent près des bénéficiaires.',
      'Choisir les publics et les accueils qui remettront les carnets.',
      'Former ces accueils à repérer et à prendre le premier rendez-vous.',
      'Suivre la part des chèques utilisés, et relancer.',
    ],
    prerequisites: [
      'Des lieux qualifiés en nombre suffisant',
      'Un opérateur qui édite et rembourse les chèques',
      'Des prescripteurs engagés',
    ],
    leads: ['departement', 'region', 'intercommunality'],
    partners: ['ccas', 'employment', 'association', 'state'],
    costs: [
      {
        nature: 'operating',
        low: 50,
        high: 100,
        unit: 'par personne',
        covers:
          'Un carnet de cinq ou de dix chèques de 10 €, en Hauts-de-France. L’édition et l’animation s’y ajoutent.',
        source: PROGRAMME_TEXTS.passHautsDeFrance,
      },
    ],
    indicators: [
      { name: 'Carnets remis', unit: 'carnets par an', direction: 'up' },
      { name: 'Chèques utilisés', unit: '%', direction: 'up' },
      { name: 'Bénéficiaires qui finissent leur parcours', unit: '%', direction: 'up' },
    ],
    months: 12,
    watch: [
      'Un carnet remis sans rendez-vous est peu utilisé.',
      'Dans une zone sans atelier, le Pass ne sert à rien.',
    ],
    references: [
      {
        text: 'En 2019, 10,5 M€ ont financé un million de Pass pour former 200 000 personnes, avec 48 collectivités.',
        source: PROGRAMME_TEXTS.passNational,
      },
    ],
  },
  {
    key: 'apprentissage-en-ligne',
    title: 'Faire apprendre avec une plateforme comme Les Bons Clics',
    summary:
      'Les aidants s’appuient sur des exercices gratuits, un test de niveau et un suivi ; les personnes s’entraînent entre deux rendez-vous.',
    needs: ['capacity', 'hours'],
    need: 'Les aidants manquent de temps et de supports, et les personnes oublient entre deux séances.',
    offers: ['training'],
    signals: ['part-diplomes-superieur'],
    audiences: ['helpers', 'jobseekers', 'young', 'everyone'],
    steps: [
      'Inscrire les structures et choisir quelques parcours.',
      'Former les aidants une demi-journée à s’en servir avec une personne.',
      'Prêter un poste ou une tablette pour s’entraîner sur place.',
      'Regarder chaque mois qui progresse et qui décroche.',
    ],
    prerequisites: [
      'Un aidant présent au début : une plateforme seule ne suffit pas',
      'Un accès à un appareil et à internet',
    ],
    leads: ['association', 'ccas', 'employment'],
    partners: ['hub', 'library', 'social-centre'],
    costs: [
      {
        nature: 'operating',
        low: 0,
        high: 0,
        unit: 'pour la structure et les personnes',
        covers:
          'La plateforme Les Bons Clics se dit entièrement gratuite. Le temps des aidants n’est pas compté.',
        source: PROGRAMME_TEXTS.goodClicks,
      },
    ],
    indicators: [
      { name: 'Aidants qui s’en servent', unit: 'aidants', direction: 'up' },
      { name: 'Personnes suivies', unit: 'personnes par an', direction: 'up' },
      { name: 'Parcours terminés', unit: '%', direction: 'up' },
    ],
    months: 3,
    watch: [
      'Qui ne sait pas tenir une souris a d’abord besoin d’une personne.',
      'Choisir un outil accessible aux personnes handicapées.',
    ],
    references: [
      {
        text: 'Fin 2022, Les Bons Clics réunissait plus de 60 000 aidants dans plus de 13 000 structures.',
        source: PROGRAMME_TEXTS.goodClicks,
      },
    ],
  },
  {
    key: 'demandeurs-emploi',
    title: 'Donner les bases numériques de la recherche d’emploi',
    summary:
      'Un parcours court donne l’essentiel pour chercher un emploi : une adresse, un CV, une candidature, son espace personnel, un entretien à distance.',
    needs: ['service', 'income', 'capacity'],
    need: 'Des demandeurs d’emploi ne peuvent ni s’inscrire, ni candidater seuls en ligne.',
    offers: ['training', 'assisted-access'],
    signals: ['chomage', 'part-diplomes-superieur'],
    audiences: ['jobseekers', 'young'],
    steps: [
      'Repérer les besoins avec France Travail, la mission locale et le plan d’insertion.',
      'Bâtir un parcours de dix à vingt heures, en petits groupes.',
      'Travailler sur la vraie candidature de chacun.',
      'Lier le parcours à l’équipement, par un prix solidaire ou un prêt.',
    ],
    prerequisites: [
      'Une orientation par le conseiller emploi',
      'Des ordinateurs, pas seulement des téléphones',
      'Une garde d’enfants ou des horaires adaptés',
    ],
    leads: ['employment', 'association', 'departement'],
    partners: ['region', 'integration', 'social-centre', 'ccas'],
    costs: [
      {
        nature: 'operating',
        low: 50,
        high: 50,
        unit: 'par jeune',
        covers:
          'Chéquier numérique de cinq fois 10 € pour 9 000 jeunes en recherche d’emploi, en Bourgogne-Franche-Comté. Un parcours plus long coûte davantage.',
        source: PROGRAMME_TEXTS.passBourgogne,
      },
    ],
    indicators: [
      { name: 'Personnes formées', unit: 'personnes par an', direction: 'up' },
      { name: 'Personnes qui candidatent seules à la fin', unit: '%', direction: 'up' },
      { name: 'Abandons en cours de parcours', unit: '%', direction: 'down' },
    ],
    months: 9,
    watch: [
      'Savoir se servir d’un téléphone n’est pas savoir chercher un emploi en ligne.',
      'Ne pas confondre l’autonomie numérique et celle de la recherche d’emploi.',
    ],
    references: [
      {
        text: 'Dans une enquête des missions locales de Bourgogne-Franche-Comté auprès de 2 000 jeunes, 60 % disaient avoir besoin d’aide pour leur messagerie ou leur inscription en ligne.',
        source: PROGRAMME_TEXTS.passBourgogne,
      },
      {
        text: 'La Cour des comptes met en garde : autonome en ligne ne veut pas dire autonome dans sa recherche d’emploi.',
        source: PROGRAMME_TEXTS.detectionAudit,
      },
    ],
  },
];
