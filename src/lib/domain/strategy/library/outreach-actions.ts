import type { ActionModel } from './action-model.ts';
import { EXPERIENCE_TEXTS } from './experience-texts.ts';
import { PROGRAMME_TEXTS } from './programme-texts.ts';

/** Help that comes near, and ways in where one already goes. */
export const OUTREACH_ACTIONS: readonly ActionModel[] = [
  {
    key: 'bus-numerique',
    title: 'Faire circuler un bus ou une permanence itinérante',
    summary:
      'Une équipe et son matériel viennent à jour fixe dans les communes sans lieu d’aide : sur la place, en mairie ou chez un partenaire.',
    needs: ['distance', 'service'],
    need: 'Des habitants sont loin de tout lieu d’aide et se déplacent peu.',
    offers: ['assisted-access', 'training'],
    signals: ['part-65-ans-et-plus', 'taux-de-pauvrete-estime'],
    audiences: ['everyone', 'seniors'],
    steps: [
      'Choisir les arrêts à partir des zones d’écart et des jours de marché.',
      'Choisir entre un véhicule aménagé et du matériel transporté dans des salles prêtées.',
      'Annoncer par la mairie, les aides à domicile, les commerces et le journal local.',
      'Revenir au même endroit, au même moment, pendant au moins six mois.',
    ],
    prerequisites: [
      'Deux personnes formées, dont une qui conduit',
      'Une connexion mobile vérifiée à chaque arrêt',
      'Une salle ou un emplacement accessible, avec une prise de courant',
    ],
    leads: ['departement', 'intercommunality', 'association'],
    partners: ['commune', 'pension-fund', 'state', 'social-operator'],
    costs: [
      {
        nature: 'investment',
        low: 44_500,
        high: 60_000,
        unit: 'par véhicule',
        covers:
          'Du bus de Saint-Quentin (44 500 €) au plafond de l’aide à l’achat et à l’équipement d’un bus France services en 2020.',
        source: PROGRAMME_TEXTS.bus,
      },
      {
        nature: 'operating',
        low: 300_000,
        high: 300_000,
        unit: 'par an, pour un bus à l’échelle d’une région',
        covers: 'Budget du bus de la région Centre-Val de Loire, de sortie 184 jours par an.',
        source: PROGRAMME_TEXTS.busCentre,
      },
    ],
    indicators: [
      { name: 'Personnes aidées par arrêt', unit: 'personnes', direction: 'up' },
      { name: 'Habitants à moins de 5 km d’un arrêt', unit: 'habitants', direction: 'up' },
      { name: 'Arrêts tenus comme prévu', unit: '%', direction: 'up' },
      { name: 'Personnes revenues au moins une fois', unit: '%', direction: 'up' },
    ],
    months: 12,
    watch: [
      'Un arrêt de temps en temps ne crée pas d’habitude : mieux vaut peu d’arrêts, souvent.',
      'Le véhicule vieillit : prévoir son remplacement.',
    ],
    references: [
      {
        text: 'En Centre-Val de Loire, le bus accueille douze personnes par atelier ; chaque département participe.',
        source: PROGRAMME_TEXTS.busCentre,
      },
      {
        text: 'Pour préparer le Van 71 de Saône-et-Loire, WeTechCare a interrogé huit projets itinérants et en tire une méthode.',
        source: PROGRAMME_TEXTS.busMethod,
      },
    ],
  },
  {
    key: 'ateliers-tiers-lieu',
    title: 'Tenir des ateliers dans un tiers-lieu',
    summary:
      'Un lieu déjà vivant (tiers-lieu, médiathèque, centre social) tient un programme régulier d’ateliers, de la prise en main à la protection de ses données.',
    needs: ['service', 'hours'],
    need: 'On trouve de l’aide pour une démarche, mais rien pour apprendre.',
    offers: ['training', 'free-access'],
    signals: ['part-diplomes-superieur', 'part-65-ans-et-plus'],
    audiences: ['everyone', 'young', 'families'],
    steps: [
      'Demander aux habitants ce qu’ils veulent savoir faire.',
      'Écrire un programme par trimestre, avec des niveaux clairs et des groupes de huit au plus.',
      'Garder un temps sans inscription pour les questions.',
      'Évaluer au début et à la fin de chaque parcours.',
    ],
    prerequisites: ['Un médiateur numérique', 'Des ordinateurs portables', 'Un lieu accessible et chauffé'],
    leads: ['association', 'library', 'social-centre', 'intercommunality'],
    partners: ['commune', 'hub', 'state'],
    costs: [
      {
        nature: 'operating',
        low: 25_000,
        high: 50_000,
        unit: 'par an et par lieu',
        covers:
          'Aide de l’État au fonctionnement d’une Fabrique de territoire : 75 000 à 150 000 € sur trois ans. Une part du budget d’un lieu, qui fait aussi autre chose que des ateliers.',
        source: EXPERIENCE_TEXTS.thirdPlaces,
      },
    ],
    indicators: [
      { name: 'Participants aux ateliers', unit: 'personnes par an', direction: 'up' },
      { name: 'Participants qui vont au bout du parcours', unit: '%', direction: 'up' },
      { name: 'Participants plus autonomes à la fin', unit: '%', direction: 'up' },
    ],
    months: 9,
    watch: [
      'Un programme jamais renouvelé tourne avec les mêmes personnes.',
      'L’aide au démarrage s’arrête : chercher tôt d’autres ressources.',
    ],
    references: [
      {
        text: 'L’appel à projets de l’État visait 300 Fabriques de territoire, dans les quartiers prioritaires et hors des grands centres urbains.',
        source: EXPERIENCE_TEXTS.thirdPlaces,
      },
    ],
  },
  {
    key: 'wifi-acces-libre',
    title: 'Ouvrir du Wi-Fi gratuit et des postes en accès libre',
    summary:
      'La mairie, la médiathèque et les lieux d’attente offrent un Wi-Fi gratuit et quelques postes, pour qui n’a pas de bonne connexion chez soi.',
    needs: ['connection', 'income', 'hours'],
    need: 'Des habitants n’ont pas de connexion correcte à domicile, ou plus de données en fin de mois.',
    offers: ['wifi', 'free-access'],
    signals: ['fibre-2026', 'taux-de-pauvrete-estime'],
    audiences: ['everyone', 'low-income', 'young'],
    steps: [
      'Repérer les lieux ouverts longtemps et les zones mal desservies.',
      'Installer des bornes, dehors aussi, et un poste avec imprimante.',
      'Afficher comment se connecter, sans compte ni publicité.',
      'Placer une aide humaine à des heures connues.',
    ],
    prerequisites: [
      'Un bon débit dans le lieu',
      'Un cadre légal : conservation des données de connexion, charte',
      'Quelqu’un pour l’entretien',
    ],
    leads: ['commune', 'intercommunality'],
    partners: ['library', 'landlord', 'social-centre', 'company'],
    costs: [
      {
        nature: 'investment',
        low: 15_000,
        high: 15_000,
        unit: 'par commune',
        covers:
          'Coupon européen WiFi4EU, qui finançait les bornes. L’abonnement, l’entretien et l’exploitation restaient à la commune.',
        source: EXPERIENCE_TEXTS.wifi,
      },
    ],
    indicators: [
      { name: 'Lieux avec Wi-Fi gratuit', unit: 'lieux', direction: 'up' },
      { name: 'Connexions', unit: 'connexions par mois', direction: 'up' },
      { name: 'Heures d’accès en dehors des heures de bureau', unit: 'heures par semaine', direction: 'up' },
    ],
    months: 6,
    watch: [
      'La connexion seule n’aide pas qui ne sait pas s’en servir.',
      'Renouveler les bornes : prévoir la dépense.',
    ],
    references: [
      {
        text: 'Plus de deux cents collectivités françaises ont été retenues aux deux premières éditions de WiFi4EU, qui demandait un accès gratuit et sans publicité pendant trois ans.',
        source: EXPERIENCE_TEXTS.wifi,
      },
      {
        text: 'L’abonnement et l’entretien des bornes restent à la charge de la commune.',
        source: EXPERIENCE_TEXTS.wifiUpkeep,
      },
    ],
  },
];
