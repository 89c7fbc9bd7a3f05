import type { ActionModel } from './action-model.ts';
import { EXPERIENCE_TEXTS } from './experience-texts.ts';

/** Something to connect with, at a price that people can pay. */
export const EQUIPMENT_ACTIONS: readonly ActionModel[] = [
  {
    key: 'prix-solidaire',
    title: 'Vendre du matériel et de la connexion à prix solidaire',
    summary:
      'Un point d’accueil vend des ordinateurs et des téléphones reconditionnés, des recharges et des abonnements à bas prix, à des personnes orientées par les services sociaux.',
    needs: ['income', 'connection'],
    need: 'Des ménages n’ont ni ordinateur ni abonnement, faute de moyens.',
    offers: ['equipment'],
    signals: ['taux-de-pauvrete-estime', 'part-minima-sociaux'],
    audiences: ['low-income', 'jobseekers', 'young'],
    steps: [
      'Choisir avec les services sociaux qui est éligible, et sur quel critère (le reste à vivre, par exemple).',
      'Passer une convention avec une association qui vend à prix solidaire, ou ouvrir une permanence chez un partenaire.',
      'Donner aux travailleurs sociaux un bon d’orientation simple.',
      'Vendre sur conseil, puis proposer un atelier de prise en main.',
    ],
    prerequisites: [
      'Un local qui ferme à clé et des heures tenues',
      'Une source régulière de matériel reconditionné',
      'Des prescripteurs qui connaissent l’offre',
    ],
    leads: ['association', 'ccas', 'departement'],
    partners: ['social-operator', 'employment', 'landlord', 'integration'],
    costs: [
      {
        nature: 'investment',
        low: 120,
        high: 120,
        unit: 'par ordinateur',
        covers:
          'Prix payé par la personne pour un ordinateur reconditionné à Paris. Ce n’est pas le coût de la remise en état.',
        source: EXPERIENCE_TEXTS.emmausParis,
      },
      {
        nature: 'operating',
        low: 2.9,
        high: 2.9,
        unit: 'par mois et par foyer',
        covers:
          'Premier prix d’un abonnement solidaire dans le logement social, à Nantes. Les aides publiques s’y ajoutent.',
        source: EXPERIENCE_TEXTS.nantesInternet,
      },
    ],
    indicators: [
      { name: 'Ménages équipés', unit: 'ménages par an', direction: 'up' },
      { name: 'Ménages connectés à domicile', unit: 'ménages par an', direction: 'up' },
      { name: 'Prescripteurs qui orientent', unit: 'structures', direction: 'up' },
    ],
    months: 9,
    watch: [
      'Un ordinateur sans accompagnement sert peu : lier la vente et l’atelier.',
      'Prévoir la réparation et la garantie.',
      'Un critère calculé sur l’an passé écarte qui vient de perdre ses revenus.',
    ],
    references: [
      {
        text: 'À La Rochelle, une régie de quartier vend ordinateurs, téléphones et recharges selon le reste à vivre, avec Emmaüs Connect.',
        source: EXPERIENCE_TEXTS.rochelle,
      },
      {
        text: 'De 2013 à 2020, 62 % des personnes accompagnées par Emmaüs Connect étaient des actifs sans emploi.',
        source: EXPERIENCE_TEXTS.emmausPublics,
      },
    ],
  },
  {
    key: 'reconditionnement',
    title: 'Monter une filière locale de reconditionnement',
    summary:
      'Les ordinateurs réformés par les administrations et les entreprises sont remis en état par des personnes en insertion, puis remis à des habitants qui en manquent.',
    needs: ['income'],
    need: 'Le matériel d’occasion part ailleurs, alors que des habitants n’ont pas d’ordinateur.',
    offers: ['equipment'],
    signals: ['taux-de-pauvrete-estime', 'chomage'],
    audiences: ['low-income', 'jobseekers', 'young'],
    steps: [
      'Compter le matériel qui sera réformé dans les trois ans par les collectivités et les grands employeurs.',
      'Choisir qui efface, répare et teste : chantier d’insertion ou établissement de travail adapté.',
      'Choisir les lieux de remise, où l’on aide aussi à s’en servir.',
      'Fixer la participation des habitants et qui y a droit.',
    ],
    prerequisites: [
      'Un effacement des données certifié',
      'Un volume régulier : quelques ordinateurs ne font pas vivre un atelier',
      'Un lieu de stockage',
    ],
    leads: ['departement', 'integration', 'intercommunality'],
    partners: ['association', 'company', 'state', 'ccas'],
    costs: [
      {
        nature: 'operating',
        low: 30,
        high: 55,
        unit: 'par personne équipée, la première année',
        covers:
          'Dans la Drôme, le Département verse 30 € par personne et la personne paie 25 € par an : de l’aide seule au total des deux.',
        source: EXPERIENCE_TEXTS.dromePath,
      },
    ],
    indicators: [
      { name: 'Ordinateurs remis à des habitants', unit: 'ordinateurs par an', direction: 'up' },
      { name: 'Part du matériel reçu qui repart en usage', unit: '%', direction: 'up' },
      { name: 'Emplois d’insertion soutenus', unit: 'postes', direction: 'up' },
    ],
    months: 12,
    watch: [
      'Vérifier que le système installé reçoit encore des mises à jour.',
      'Traiter aussi ce qui ne se répare pas.',
    ],
    references: [
      {
        text: 'Dans la Drôme, un établissement de travail adapté trie, un chantier d’insertion répare, et sept tiers-lieux remettent les ordinateurs.',
        source: EXPERIENCE_TEXTS.dromeChannel,
      },
    ],
  },
  {
    key: 'collecte-entreprises',
    title: 'Collecter le matériel des entreprises et des administrations',
    summary:
      'Une collecte organisée réunit les ordinateurs et téléphones qui dorment, efface les données et donne un reçu, pour alimenter les points d’accueil solidaires.',
    needs: ['income'],
    need: 'Le matériel solidaire manque, alors que les employeurs en stockent.',
    offers: ['equipment'],
    signals: ['taux-de-pauvrete-estime', 'part-minima-sociaux'],
    audiences: ['low-income', 'families', 'young'],
    steps: [
      'Donner l’exemple avec le matériel de la collectivité.',
      'Lancer un appel aux employeurs, avec un seul contact et un formulaire court.',
      'Faire enlever, effacer et reconditionner par un partenaire qui trace chaque appareil.',
      'Attribuer par une commission où siègent les associations, et dire ce que le don est devenu.',
    ],
    prerequisites: [
      'Un partenaire qui enlève et certifie l’effacement',
      'Un débouché prêt : points d’accueil ou filière de reconditionnement',
    ],
    leads: ['intercommunality', 'commune', 'association'],
    partners: ['company', 'integration', 'departement', 'ccas'],
    costs: [
      {
        nature: 'operating',
        low: 0,
        high: 0,
        unit: 'pour l’organisation qui donne',
        covers:
          'L’enlèvement, l’effacement et le reconditionnement sont assurés par LaCollecte. Le temps passé à animer la collecte n’est pas compté.',
        source: EXPERIENCE_TEXTS.emmausCollects,
      },
    ],
    indicators: [
      { name: 'Appareils collectés', unit: 'appareils par an', direction: 'up' },
      { name: 'Employeurs donateurs', unit: 'employeurs', direction: 'up' },
      { name: 'Appareils attribués', unit: 'appareils par an', direction: 'up' },
    ],
    months: 6,
    watch: [
      'Refuser ce qui est trop ancien : le tri coûte cher.',
      'Une opération d’un mois ne suffit pas : prévoir un rendez-vous régulier.',
    ],
    references: [
      {
        text: 'À Poitiers, 352 ordinateurs ont été collectés en un an, à fin 2023, et plus de 150 distribués, d’abord à des familles avec des enfants scolarisés.',
        source: EXPERIENCE_TEXTS.poitiers,
      },
    ],
  },
];
