import type { ActionModel } from './action-model.ts';
import { EXPERIENCE_TEXTS } from './experience-texts.ts';
import { PROGRAMME_TEXTS } from './programme-texts.ts';

/** What happens where the public is received. */
export const RECEPTION_ACTIONS: readonly ActionModel[] = [
  {
    key: 'guichet-accompagne',
    title: 'Ouvrir un guichet d’accès accompagné',
    summary:
      'Des ordinateurs en accès libre, et quelqu’un à côté pour aider : à faire une démarche, à comprendre un courrier, à apprendre le geste.',
    needs: ['service', 'hours', 'distance'],
    need: 'On trouve un ordinateur, mais personne pour aider, ou pas quand on est libre.',
    offers: ['assisted-access', 'free-access'],
    signals: ['taux-de-pauvrete-estime', 'part-65-ans-et-plus'],
    audiences: ['everyone'],
    steps: [
      'Choisir un lieu déjà fréquenté : mairie, médiathèque, centre social.',
      'Tenir au moins une plage en soirée, le mercredi ou le samedi.',
      'Équiper deux ou trois postes, une imprimante, un scanner et un coin discret.',
      'Écrire ce que l’on fait avec la personne, ce que l’on fait à sa place, et vers qui on oriente.',
    ],
    prerequisites: [
      'Une personne formée à chaque plage d’ouverture',
      'Une connexion fiable',
      'Une confidentialité réelle : écran, conversation, documents',
    ],
    leads: ['commune', 'ccas', 'library', 'social-centre'],
    partners: ['social-operator', 'association', 'intercommunality'],
    costs: [
      {
        nature: 'operating',
        low: 52_600,
        high: 52_600,
        unit: 'par an et par lieu',
        covers:
          'Moyenne de ce que la Ville de Paris versait en 2009 : 1 M€ pour 19 espaces publics numériques. Part de la Ville, ancienne, sans le coût porté par les associations.',
        source: EXPERIENCE_TEXTS.parisSpaces,
      },
    ],
    indicators: [
      { name: 'Personnes aidées', unit: 'personnes par mois', direction: 'up' },
      { name: 'Heures ouvertes le soir ou le samedi', unit: 'heures par semaine', direction: 'up' },
      { name: 'Démarches menées à terme', unit: '%', direction: 'up' },
      { name: 'Attente avant un rendez-vous', unit: 'jours', direction: 'down' },
    ],
    months: 6,
    watch: [
      'Un accès libre sans aide laisse de côté ceux qui en ont le plus besoin.',
      'Faire à la place de quelqu’un demande un cadre : voir Aidants Connect.',
    ],
    references: [
      {
        text: 'En 2009, les 19 espaces publics numériques de Paris comptaient 270 postes et 50 animateurs en équivalent temps plein, salariés et bénévoles.',
        source: EXPERIENCE_TEXTS.parisSpaces,
      },
    ],
  },
  {
    key: 'reperer-fragilite',
    title: 'Repérer les difficultés numériques à l’accueil',
    summary:
      'Tous les accueils posent les mêmes questions simples, puis orientent vers le bon lieu au lieu de renvoyer vers un site.',
    needs: ['service'],
    need: 'Les personnes en difficulté ne le disent pas, et les accueils ne savent pas vers qui les orienter.',
    offers: ['social-action', 'rights'],
    signals: ['ifn-total', 'part-diplomes-superieur', 'taux-de-pauvrete-estime'],
    audiences: ['everyone', 'helpers'],
    steps: [
      'Choisir trois questions, les mêmes dans tous les accueils du territoire.',
      'Former les agents à les poser sans gêner.',
      'Donner à chaque accueil la liste à jour des lieux qui aident, avec leurs horaires.',
      'Suivre les orientations : la personne a-t-elle trouvé de l’aide ?',
    ],
    prerequisites: [
      'Une liste de lieux tenue à jour',
      'L’accord des directions d’accueil sur le temps passé',
      'Aucune donnée personnelle gardée sans nécessité',
    ],
    leads: ['departement', 'ccas', 'social-operator'],
    partners: ['employment', 'commune', 'association', 'hub'],
    costs: [
      {
        nature: 'operating',
        low: 0,
        high: 0,
        unit: 'pour l’outil',
        covers:
          'La plateforme Les Bons Clics est gratuite pour les aidants. Le temps des agents et leur formation ne sont pas comptés.',
        source: PROGRAMME_TEXTS.goodClicks,
      },
    ],
    indicators: [
      { name: 'Accueils qui posent les questions', unit: 'accueils', direction: 'up' },
      { name: 'Personnes repérées', unit: 'personnes par mois', direction: 'up' },
      { name: 'Personnes orientées qui ont trouvé de l’aide', unit: '%', direction: 'up' },
    ],
    months: 6,
    watch: [
      'L’autoévaluation trompe : beaucoup cachent leur difficulté.',
      'Repérer sans pouvoir orienter décourage les agents et le public.',
    ],
    references: [
      {
        text: 'La Cour des comptes demandait en 2020 à Pôle emploi de mieux détecter ces difficultés, le repérage reposant trop sur l’autoévaluation.',
        source: PROGRAMME_TEXTS.detectionAudit,
      },
    ],
  },
  {
    key: 'services-lisibles-guichet',
    title: 'Rendre les services lisibles et garder un guichet',
    summary:
      'Les courriers et les démarches sont réécrits en langage simple avec les personnes concernées, et chaque démarche garde une voie humaine : guichet, téléphone ou papier.',
    needs: ['service', 'hours'],
    need: 'Une démarche n’existe qu’en ligne, ou ses mots ne sont pas compris.',
    offers: ['rights'],
    signals: ['part-diplomes-superieur', 'part-65-ans-et-plus'],
    audiences: ['disabled', 'no-french', 'seniors', 'everyone'],
    steps: [
      'Lister les démarches de la collectivité et la voie humaine de chacune.',
      'Réécrire d’abord les dix courriers les plus reçus, en langage facile à lire et à comprendre (FALC).',
      'Les faire relire par des personnes concernées.',
      'Afficher sur chaque page en ligne le guichet, ses heures et un numéro.',
    ],
    prerequisites: [
      'Un élu et une direction qui portent le sujet',
      'Des relecteurs concernés, reconnus et payés',
      'Des agents à l’accueil',
    ],
    leads: ['commune', 'intercommunality', 'departement'],
    partners: ['integration', 'association', 'social-operator'],
    costs: null,
    indicators: [
      { name: 'Démarches qui ont une voie humaine affichée', unit: '%', direction: 'up' },
      { name: 'Courriers réécrits et relus', unit: 'courriers', direction: 'up' },
      { name: 'Appels pour incompréhension', unit: 'appels par mois', direction: 'down' },
    ],
    months: 12,
    watch: [
      'Un texte simplifié sans relecteurs concernés n’est pas du FALC.',
      'Mesurer les démarches abandonnées, pas seulement celles qui aboutissent.',
    ],
    references: [
      {
        text: 'À Betton (Ille-et-Vilaine), le bulletin municipal contient depuis 2022 des articles en FALC, préparés par un groupe d’élus, d’agents et de parents concernés.',
        source: EXPERIENCE_TEXTS.betton,
      },
      {
        text: 'La Défenseure des droits juge indispensable de maintenir les accueils physiques.',
        source: EXPERIENCE_TEXTS.defender,
      },
    ],
  },
];
