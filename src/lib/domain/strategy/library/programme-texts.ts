import type { Source } from './action-model.ts';

/** Texts on national programmes that the sheets quote, each read. */
export const PROGRAMME_TEXTS = {
  advisersRenewed: {
    title: 'Conseillers numériques : ça continue',
    publisher: 'Association des petites villes de France',
    year: 2023,
    url: 'https://apvf.asso.fr/2023/01/12/conseillers-numeriques-ca-continue',
  },
  advisersFirst: {
    title: 'France Relance : l’État subventionne les postes de conseillers numériques',
    publisher: 'Préfecture des Hautes-Alpes',
    year: 2021,
    url: 'https://www.hautes-alpes.gouv.fr/france-relance-l-etat-subventionne-les-postes-de-a8759.html',
  },
  advisersRules: {
    title: 'Budget 2025 et règles de gestion actualisées, dispositif Conseiller numérique',
    publisher: 'Conseiller numérique, Agence nationale de la cohésion des territoires',
    year: 2025,
    url: 'https://aide.conseiller-numerique.gouv.fr/fr/article/budget-2025-et-regles-de-gestion-actualisees-dispositif-conseiller-numerique-m12hoq',
  },
  advisersQuestion: {
    title: 'Question écrite n° 2656 : quel avenir pour les conseillers numériques ?',
    publisher: 'Assemblée nationale',
    year: 2025,
    url: 'https://questions.assemblee-nationale.fr/q17/17-2656QE.htm',
  },
  advisersDepartement: {
    title: 'Zoom sur les conseillers numériques',
    publisher: 'Département des Hautes-Alpes',
    year: 2025,
    url: 'https://www.hautes-alpes.fr/actualite/zoom-sur-les-conseillers-numeriques',
  },
  franceServicesReport: {
    title: 'Rapport d’information n° 778 (2021-2022) sur les maisons France services',
    publisher: 'Sénat, commission des finances',
    year: 2022,
    url: 'https://www.senat.fr/rap/r21-778/r21-7788.html',
  },
  franceServicesAid: {
    title: 'Financement des maisons France services : l’État annonce un coup de pouce de 5 000 euros',
    publisher: 'Banque des Territoires, Localtis',
    year: 2023,
    url: 'https://www.banquedesterritoires.fr/financement-des-maisons-france-services-letat-annonce-un-coup-de-pouce-de-5000-euros',
  },
  franceServicesPath: {
    title: 'Débat budgétaire sur les maisons France services, réponse du Gouvernement',
    publisher: 'Sénat, d’après NosSénateurs.fr',
    year: 2023,
    url: 'https://archive.nossenateurs.fr/intervention/2832772',
  },
  bus: {
    title: 'France services prend le bus et gagne en proximité',
    publisher: 'La Gazette des communes',
    year: 2021,
    url: 'https://www.lagazettedescommunes.com/743339/france-services-prend-le-bus-et-gagne-en-proximite/',
  },
  busCentre: {
    title: 'Un bus numérique sillonne la Touraine pour s’initier aux secrets d’internet',
    publisher: 'France Bleu Touraine',
    year: 2022,
    url: 'https://www.francebleu.fr/infos/societe/video-un-bus-numerique-sillonne-la-touraine-pour-s-initier-aux-secrets-d-internet-1669027079',
  },
  busMethod: {
    title: 'Comment développer une offre d’inclusion numérique en itinérance ?',
    publisher: 'Média Les Bons Clics, WeTechCare',
    year: 2022,
    url: 'https://media.lesbonsclics.fr/wtc/developper-activite-inclusion-numerique/offre-en-itinerance/',
  },
  passHautsDeFrance: {
    title: 'Hauts-de-France : Pass numérique, la Région engagée dans la lutte contre l’illectronisme',
    publisher: 'Régions de France',
    year: 2022,
    url: 'https://regions-france.org/actualites/en-direct-des-regions/pass-numerique-la-region-engagee-dans-la-lutte-contre-lillectronisme/',
  },
  passBourgogne: {
    title: 'Bourgogne-Franche-Comté : des chèques numériques pour les 16-25 ans',
    publisher: 'Régions de France',
    year: 2022,
    url: 'https://regions-france.org/bourgogne-franche-comte-des-cheques-numeriques-pour-les-16-25-ans',
  },
  passNational: {
    title: 'Inclusion numérique : un million de Pass numériques bientôt distribués en France',
    publisher: 'La Tribune, Objectif Aquitaine',
    year: 2019,
    url: 'https://objectifaquitaine.latribune.fr/politique/2019-07-23/inclusion-numerique-un-million-de-pass-numeriques-bientot-distribues-en-france-824334.html',
  },
  connectTraining: {
    title: 'La formation Aidants Connect, page publique du service (texte du dépôt)',
    publisher: 'Agence nationale de la cohésion des territoires',
    year: 2023,
    url: 'https://github.com/betagouv/Aidants_Connect/blob/0d8d234e3e0bca2ec0247747a72bfd9998ab6543/aidants_connect_web/templates/public_website/formation.html',
  },
  connectFree: {
    title: 'Foire aux questions d’Aidants Connect (texte du dépôt)',
    publisher: 'Agence nationale de la cohésion des territoires',
    year: 2021,
    url: 'https://github.com/betagouv/Aidants_Connect/blob/01d4c246528186c01dc9d617a2250719cc0cf127/aidants_connect_web/templates/public_website/faq/generale.html',
  },
  connectRollOut: {
    title: 'Illectronisme : le dispositif Aidants Connect entame son déploiement national',
    publisher: 'Banque des Territoires, Localtis',
    year: 2021,
    url: 'https://www.banquedesterritoires.fr/aidants-connect-securise-les-formalites-effectuees-pour-le-compte-des-usagers',
  },
  helpersTrained: {
    title:
      'Dix millions d’euros pour la formation des médiateurs numériques et la généralisation d’Aidants Connect',
    publisher: 'Labo Société numérique, Agence nationale de la cohésion des territoires',
    year: 2021,
    url: 'https://labo.societenumerique.gouv.fr/fr/articles/dix-millions-deuros-pour-la-formation-des-m%C3%A9diateurs-num%C3%A9riques-et-la-g%C3%A9n%C3%A9ralisation-daidantsconnect',
  },
  goodClicks: {
    title: 'Lancement de l’observatoire de l’inclusion numérique Les Bons Clics',
    publisher: 'WeTechCare',
    year: 2022,
    url: 'https://wetechcare.org/blog/2022/12/20/lancement-observatoire-inclusion-numerique-les-bons-clics',
  },
  goodClicksHealth: {
    title:
      'Mon espace santé : « La plus grande crainte des participants concernait les données personnelles »',
    publisher: 'Média Les Bons Clics, WeTechCare',
    year: 2022,
    url: 'https://media.lesbonsclics.fr/wtc/sante-numerique/mon-espace-sante/',
  },
  detectionAudit: {
    title: 'Pôle emploi : la Cour des comptes critique sur les services numériques',
    publisher: 'Solutions numériques',
    year: 2020,
    url: 'https://solutions-numeriques.com/pole-emploi-la-cour-des-comptes-critique-sur-les-services-numeriques',
  },
} as const satisfies Record<string, Source>;
