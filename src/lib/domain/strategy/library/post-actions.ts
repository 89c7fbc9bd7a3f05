import type { ActionModel } from './action-model.ts';
import { EXPERIENCE_TEXTS } from './experience-texts.ts';
import { PROGRAMME_TEXTS } from './programme-texts.ts';

/** Posts and houses of the national programmes, and what holds them together. */
export const POST_ACTIONS: readonly ActionModel[] = [
  {
    key: 'conseiller-numerique',
    title: 'Recruter ou garder un conseiller numérique',
    summary:
      'Une personne formée tient des permanences et des ateliers, dans un lieu ou dans plusieurs, pour rendre les habitants autonomes.',
    needs: ['capacity', 'service', 'hours'],
    need: 'Trop peu de personnes aident pour le nombre de celles qui en ont besoin.',
    offers: ['training', 'assisted-access'],
    signals: ['ifn-total', 'taux-de-pauvrete-estime', 'part-65-ans-et-plus'],
    audiences: ['everyone'],
    steps: [
      'Dire où et quand cette personne intervient, à partir des écarts d’heures et de capacité.',
      'Monter le budget de trois ans, avec la part de chaque partenaire.',
      'Recruter, former, équiper.',
      'Faire le point chaque trimestre sur les lieux peu fréquentés.',
    ],
    prerequisites: [
      'Un employeur prêt à financer ce que l’aide ne couvre pas',
      'Des lieux d’accueil qui orientent vers les permanences',
      'Un encadrement et un réseau de pairs',
    ],
    leads: ['commune', 'intercommunality', 'departement', 'association'],
    partners: ['state', 'ccas', 'library', 'hub'],
    costs: [
      {
        nature: 'operating',
        low: 12_500,
        high: 17_500,
        unit: 'par an et par poste',
        covers:
          'Aide dégressive de l’État à une collectivité lors du renouvellement : 17 500 € puis 12 500 € deux fois, 42 500 € sur trois ans. Ce n’est pas le coût du poste.',
        source: PROGRAMME_TEXTS.advisersRenewed,
      },
      {
        nature: 'operating',
        low: 25_000,
        high: 25_000,
        unit: 'par an et par poste',
        covers: 'Première aide de l’État, 50 000 € sur deux ans ; la formation était prise en charge à part.',
        source: PROGRAMME_TEXTS.advisersFirst,
      },
    ],
    indicators: [
      { name: 'Personnes accompagnées', unit: 'personnes par an', direction: 'up' },
      { name: 'Ateliers tenus', unit: 'ateliers par an', direction: 'up' },
      { name: 'Heures d’aide', unit: 'heures par semaine', direction: 'up' },
    ],
    months: 6,
    watch: [
      'Depuis mai 2025, l’attribution de nouveaux postes aidés est suspendue : vérifier avant de compter sur l’aide.',
      'Les contrats courts font perdre l’expérience.',
    ],
    references: [
      {
        text: 'En Loire-Atlantique, quatre conseillers d’une association ont formé près de 400 personnes en 80 ateliers en 2023 et aident plus de 2 600 habitants par an.',
        source: PROGRAMME_TEXTS.advisersQuestion,
      },
      {
        text: 'Dans les Hautes-Alpes, trois conseillers du Département ont tenu 388 accompagnements de janvier à juin 2025.',
        source: PROGRAMME_TEXTS.advisersDepartement,
      },
      {
        text: 'Les règles de gestion de mai 2025 suspendent l’attribution de nouveaux postes.',
        source: PROGRAMME_TEXTS.advisersRules,
      },
    ],
  },
  {
    key: 'france-services',
    title: 'Ouvrir ou renforcer une maison France services',
    summary:
      'Deux agents au moins aident aux démarches de l’État et de ses opérateurs, dans un lieu fixe ou un bus, à des heures annoncées.',
    needs: ['distance', 'service', 'hours'],
    need: 'Les guichets des services publics se sont éloignés.',
    offers: ['rights', 'assisted-access'],
    signals: ['part-65-ans-et-plus', 'taux-de-pauvrete-estime'],
    audiences: ['everyone'],
    steps: [
      'Vérifier avec la préfecture les secteurs encore sans maison, ou saturés.',
      'Choisir le porteur et le lieu, avec un espace confidentiel.',
      'Recruter et former deux agents.',
      'Tenir des horaires élargis et des antennes dans les communes éloignées.',
    ],
    prerequisites: [
      'Le respect du cahier des charges national, dont deux agents',
      'Un porteur pour le reste à charge',
      'La labellisation par l’État',
    ],
    leads: ['intercommunality', 'commune', 'association'],
    partners: ['state', 'social-operator', 'departement', 'employment'],
    costs: [
      {
        nature: 'operating',
        low: 93_843,
        high: 200_131,
        unit: 'par an et par maison',
        covers:
          'Coût moyen en 2020 : de la maison rurale (2,2 agents) à celle d’un quartier prioritaire (4,5 agents) ; environ 110 000 € en moyenne.',
        source: PROGRAMME_TEXTS.franceServicesReport,
      },
      {
        nature: 'operating',
        low: 30_000,
        high: 35_000,
        unit: 'par an et par maison',
        covers:
          'Aide de l’État et des opérateurs, portée de 30 000 à 35 000 € en 2023. C’est une recette, pas un coût.',
        source: PROGRAMME_TEXTS.franceServicesAid,
      },
    ],
    indicators: [
      { name: 'Demandes traitées', unit: 'demandes par mois', direction: 'up' },
      { name: 'Habitants à plus de 10 km d’une maison', unit: 'habitants', direction: 'down' },
      { name: 'Heures ouvertes le soir ou le samedi', unit: 'heures par semaine', direction: 'up' },
    ],
    months: 18,
    watch: [
      'Le reste à charge pèse sur le porteur : le partager entre communes.',
      'Une maison fréquentée sature vite : suivre l’attente.',
    ],
    references: [
      {
        text: 'Le Gouvernement a annoncé une aide portée à 50 000 € par maison à l’horizon 2026.',
        source: PROGRAMME_TEXTS.franceServicesPath,
      },
      {
        text: 'Le Sénat chiffre le coût selon l’implantation, sur 376 réponses à l’Inspection générale de l’administration.',
        source: PROGRAMME_TEXTS.franceServicesReport,
      },
    ],
  },
  {
    key: 'reseau-et-carte',
    title: 'Animer le réseau et tenir une seule carte des lieux',
    summary:
      'Une personne réunit ceux qui aident, tient à jour les lieux et leurs horaires, et évite que deux ateliers s’ouvrent au même endroit.',
    needs: ['service', 'capacity', 'hours'],
    need: 'Chacun aide de son côté : les fiches sont anciennes et les personnes mal orientées.',
    offers: [],
    signals: ['ifn-total'],
    audiences: ['helpers', 'everyone'],
    steps: [
      'Nommer un coordinateur et un élu référent.',
      'Réunir les acteurs chaque trimestre, avec un ordre du jour court.',
      'Vérifier les fiches par téléphone deux fois par an et les publier au format national.',
      'Donner à chaque accueil le même annuaire.',
    ],
    prerequisites: [
      'Du temps dédié',
      'Un accord sur qui met à jour quoi',
      'L’appui de la préfecture ou du département',
    ],
    leads: ['departement', 'intercommunality', 'hub'],
    partners: ['state', 'association', 'ccas', 'social-operator', 'library'],
    costs: [
      {
        nature: 'operating',
        low: 50_000,
        high: 50_000,
        unit: 'par an et par département',
        covers:
          'Crédits de l’État pour animer le réseau départemental France services à partir de 2024. Un repère : l’animation de la médiation numérique n’a pas de coût publié.',
        source: PROGRAMME_TEXTS.franceServicesPath,
      },
    ],
    indicators: [
      { name: 'Fiches vérifiées depuis moins de 12 mois', unit: '%', direction: 'up' },
      { name: 'Structures présentes aux réunions', unit: 'structures', direction: 'up' },
      { name: 'Orientations abouties', unit: '%', direction: 'up' },
    ],
    months: 6,
    watch: [
      'Une carte de plus n’aide pas : alimenter la carte nationale.',
      'Sans personne dédiée, les fiches vieillissent en un an.',
    ],
    references: [
      {
        text: 'En 2024, dans 90 départements, une collectivité porte avec la préfecture une feuille de route d’inclusion numérique.',
        source: EXPERIENCE_TEXTS.governance,
      },
      {
        text: 'Les collecteurs de données peuvent transmettre leurs lieux à la carte nationale au format standard.',
        source: EXPERIENCE_TEXTS.nationalMap,
      },
    ],
  },
];
