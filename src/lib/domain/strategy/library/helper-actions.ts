import type { ActionModel } from './action-model.ts';
import { PROGRAMME_TEXTS } from './programme-texts.ts';

/** What those who help learn and hold. */
export const HELPER_ACTIONS: readonly ActionModel[] = [
  {
    key: 'former-travailleurs-sociaux',
    title: 'Former les travailleurs sociaux et les agents d’accueil',
    summary:
      'Ceux qui reçoivent le public apprennent à évaluer une difficulté, à aider sans faire à la place et à orienter.',
    needs: ['capacity', 'service'],
    need: 'Les professionnels aident déjà, sans y être préparés ni reconnus.',
    offers: ['worker-training', 'social-action'],
    signals: ['taux-de-pauvrete-estime', 'part-minima-sociaux'],
    audiences: ['helpers'],
    steps: [
      'Recenser qui aide déjà, combien de temps, et ce qui bloque.',
      'Choisir une formation d’un à deux jours, sur des cas réels.',
      'Former par équipe, avec l’accord des employeurs.',
      'Revoir le groupe trois mois après, et nommer un référent par service.',
    ],
    prerequisites: [
      'Du temps libéré par l’employeur',
      'Un financement de formation : organisme paritaire, centre de la fonction publique, département',
    ],
    leads: ['departement', 'ccas', 'hub'],
    partners: ['association', 'social-operator', 'social-centre'],
    costs: [
      {
        nature: 'operating',
        low: 644,
        high: 644,
        unit: 'par personne formée',
        covers:
          'Frais pédagogiques TTC de la formation « Devenir aidant numérique » de 14 heures, Aidants Connect compris. Les frais annexes s’y ajoutent.',
        source: PROGRAMME_TEXTS.connectTraining,
      },
      {
        nature: 'operating',
        low: 1_300,
        high: 1_300,
        unit: 'par personne formée',
        covers:
          'Moyenne du partenariat de l’État avec Uniformation : 2,6 M€ pour former et certifier 2 000 professionnels.',
        source: PROGRAMME_TEXTS.helpersTrained,
      },
    ],
    indicators: [
      { name: 'Professionnels formés', unit: 'personnes par an', direction: 'up' },
      { name: 'Services avec un référent', unit: '%', direction: 'up' },
      { name: 'Professionnels plus à l’aise trois mois après', unit: '%', direction: 'up' },
    ],
    months: 9,
    watch: [
      'Former ne remplace pas un poste : le temps d’aide doit être compté.',
      'Former aussi les cadres, sinon rien ne change dans les services.',
    ],
    references: [
      {
        text: 'En 2021, l’État a passé deux accords de formation, avec l’Union nationale des centres communaux d’action sociale et avec Uniformation.',
        source: PROGRAMME_TEXTS.helpersTrained,
      },
    ],
  },
  {
    key: 'aidants-connect',
    title: 'Habiliter des aidants avec Aidants Connect',
    summary:
      'Un professionnel habilité fait une démarche en ligne à la place d’une personne qui ne le peut pas, avec un mandat et sans garder ses mots de passe.',
    needs: ['service'],
    need: 'Des professionnels font des démarches à la place des personnes, sans cadre.',
    offers: ['assisted-access', 'rights'],
    signals: ['part-65-ans-et-plus', 'part-diplomes-superieur'],
    audiences: ['everyone', 'helpers'],
    steps: [
      'Demander l’habilitation de la structure, de préférence une par lieu d’accueil.',
      'Former chaque aidant avant le premier mandat.',
      'Donner à chacun sa carte ou son application de connexion.',
      'Faire connaître ce service dans les accueils voisins.',
    ],
    prerequisites: [
      'Des aidants salariés : ni bénévoles, ni services civiques, ni élus',
      'Une adresse électronique nominative par aidant',
      'Une personne qui puisse se connecter à FranceConnect',
    ],
    leads: ['ccas', 'commune', 'association', 'departement'],
    partners: ['state', 'social-centre', 'hub'],
    costs: [
      {
        nature: 'operating',
        low: 0,
        high: 0,
        unit: 'pour la structure habilitée',
        covers: 'Le service est gratuit. La formation et le temps des aidants s’y ajoutent.',
        source: PROGRAMME_TEXTS.connectFree,
      },
      {
        nature: 'operating',
        low: 322,
        high: 644,
        unit: 'par aidant formé',
        covers:
          'Frais pédagogiques TTC de la formation de 7 ou de 14 heures. Entre pairs, elle est gratuite dans une structure déjà habilitée.',
        source: PROGRAMME_TEXTS.connectTraining,
      },
    ],
    indicators: [
      { name: 'Aidants habilités et actifs', unit: 'aidants', direction: 'up' },
      { name: 'Mandats signés', unit: 'mandats par an', direction: 'up' },
      { name: 'Communes à plus de 10 km d’un lieu habilité', unit: 'communes', direction: 'down' },
    ],
    months: 6,
    watch: [
      'Faire à la place dépanne : proposer d’apprendre à qui le peut.',
      'Le financement de la formation a changé après 2023 : vérifier le sien.',
    ],
    references: [
      {
        text: 'Le mandat dure un an au plus et limite les démarches à une liste choisie avec la personne.',
        source: PROGRAMME_TEXTS.connectRollOut,
      },
    ],
  },
];
