import type { Source } from './action-model.ts';

/** Texts on what was done somewhere that the sheets quote, each read. */
export const EXPERIENCE_TEXTS = {
  emmausParis: {
    title: 'Emmaüs vide les placards des entreprises franciliennes',
    publisher: '24-7 France',
    year: 2021,
    url: 'https://24-7france.fr/2021/10/emmaus-vide-les-placards-des-entreprises-franciliennes/',
  },
  emmausPublics: {
    title: 'Emmaüs Connect, un soutien pour l’accès au numérique',
    publisher: 'Pôle emploi',
    year: 2022,
    url: 'https://francetravail.org/accueil/actualites/2022/emmaus-connect-un-soutien-pour-lacces-au-numerique.html?type=article',
  },
  emmausCollects: {
    title: 'Vous n’utilisez plus un smartphone ou un PC ? Emmaüs peut les récupérer',
    publisher: 'Numerama',
    year: 2022,
    url: 'https://www.numerama.com/politique/1175210-vous-nutilisez-plus-un-smartphone-ou-un-pc-emmaus-peut-les-recuperer.html',
  },
  rochelle: {
    title: 'Des ordinateurs à prix réduits pour les habitants précaires de La Rochelle',
    publisher: 'France Bleu La Rochelle',
    year: 2023,
    url: 'https://www.francebleu.fr/infos/economie-social/des-ordinateurs-a-prix-reduits-pour-les-habitants-precaires-de-la-rochelle-3653403',
  },
  nantesInternet: {
    title: 'Une connexion à partir de 2,90 € par mois : internet solidaire',
    publisher: 'Nantes Métropole',
    year: 2023,
    url: 'https://metropole.nantes.fr/actualites/2023/logement-urbanisme/congres-hlm-2023/internet-solidaire',
  },
  dromeChannel: {
    title: 'Insertion : le Département met en place une filière de reconditionnement d’ordinateurs',
    publisher: 'Département de la Drôme',
    year: 2022,
    url: 'https://www.ladrome.fr/actualites/insertion-le-departement-met-en-place-une-filiere-de-reconditionnement-dordinateurs/',
  },
  dromePath: {
    title: 'Un Parcours numérique et solidaire en argent',
    publisher: 'Département de la Drôme',
    year: 2023,
    url: 'https://www.ladrome.fr/actualites/un-parcours-numerique-et-solidaire-en-argent/',
  },
  poitiers: {
    title: 'Ordinateurs solidaires : entretien avec Alexandra Besnard, Ville de Poitiers',
    publisher: 'The Good',
    year: 2024,
    url: 'https://thegood.fr/nous-avons-cree-une-emulation-territoriale-alexandra-besnard-ville-de-poitiers',
  },
  parisSpaces: {
    title: 'Audit des espaces publics numériques (rapport n° 09-08)',
    publisher: 'Inspection générale de la Ville de Paris',
    year: 2010,
    url: 'https://vdocuments.fr/audit-des-espaces-publics-numriques-20200226-roc-a-audit-des-espaces.html',
  },
  thirdPlaces: {
    title: 'Fabriques de territoire : 260 projets en lice pour la troisième vague',
    publisher: 'Agence nationale de la cohésion des territoires',
    year: 2020,
    url: 'https://agence-cohesion-territoires.gouv.fr/260-projets-en-lice-pour-la-3e-vague-de-candidatures-aux-fabriques-de-territoire-183',
  },
  wifi: {
    title: 'L’Europe ouvre son troisième financement de wifi public',
    publisher: 'La Gazette des communes',
    year: 2019,
    url: 'https://www.lagazettedescommunes.com/639423/leurope-ouvre-son-3e-financement-de-wifi-public',
  },
  wifiUpkeep: {
    title: 'Wi-Fi gratuit dans les lieux publics : nouvelle chance pour les communes',
    publisher: 'Univers Freebox',
    year: 2020,
    url: 'https://universfreeboxlintegrale.actuly.fr/2020/06/04/wi-fi-gratuit-dans-les-lieux-publics-de-lue-nouvelle-chance-pour-les-communes-dobtenir-un-financement',
  },
  financers: {
    title: 'La CNSA dresse le bilan de l’activité 2019 des conférences des financeurs',
    publisher: 'Espace social européen',
    year: 2021,
    url: 'https://www.espace-social.com/la-cnsa-dresse-le-bilan-de-lactivite-2019-des-conferences-des-financeurs/',
  },
  landes: {
    title: 'Dompter le numérique avec le SAPAL',
    publisher: 'XLandes, Département des Landes',
    year: 2023,
    url: 'https://xlandes-info.fr/actualites/actualite/dompter-le-numerique-avec-le-sapal',
  },
  parents: {
    title: 'Dématérialisation à l’école, c’est aussi un problème d’accès aux droits',
    publisher: 'Médiations',
    year: 2022,
    url: 'https://mediations.media/magazines/a-quelles-conditions-le-numerique-est-il-bon-pour-nous/les-mediateurs-ont-la-parole',
  },
  parentsIsere: {
    title: 'Parentalité numérique : les premières actions',
    publisher: 'Territoire numérique éducatif de l’Isère, académie de Grenoble',
    year: 2025,
    url: 'https://tne38.web.ac-grenoble.fr/actualites/parentalite-les-premieres-actions',
  },
  defender: {
    title: 'La Défenseure des droits s’inquiète de la dématérialisation à marche forcée des services publics',
    publisher: 'France Bleu',
    year: 2022,
    url: 'https://www.francebleu.fr/infos/societe/la-defenseure-des-droits-s-inquiete-de-la-dematerialisation-a-marche-forcee-des-services-publics-1657001021',
  },
  betton: {
    title: 'Betton transcrit des articles de son bulletin en langage simple',
    publisher: 'Banque des Territoires',
    year: 2022,
    url: 'https://www.banquedesterritoires.fr/betton-transcrit-des-articles-de-son-bulletin-en-langage-simple-35',
  },
  governance: {
    title: 'Inclusion numérique : 90 gouvernances locales « France numérique ensemble »',
    publisher: 'Banque des Territoires, Localtis',
    year: 2024,
    url: 'https://www.banquedesterritoires.fr/inclusion-numerique-90-gouvernances-locales-france-numerique-ensemble',
  },
  nationalMap: {
    title: 'Maintenir à jour les données d’un territoire et obtenir une cartographie locale',
    publisher: 'Les Bases, Agence nationale de la cohésion des territoires',
    year: 2024,
    url: 'https://lesbases.anct.gouv.fr/ressources/comment-maintenir-a-jour-les-donnees-d-un-territoire-et-obtenir-une-cartographie-locale',
  },
} as const satisfies Record<string, Source>;
