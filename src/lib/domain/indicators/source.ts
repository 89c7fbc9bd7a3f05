import type { OwnSource } from '../tables/own-source.ts';
import { catalogueInUse } from './catalogue-in-use.ts';

/** Identifiers of the sources of the catalogue, in the order in which they load. */
export const SOURCE_IDS = [
  'cog-2026',
  'contours',
  'rp-2018',
  'filosofi-2021',
  'fibre-2026',
  'fibre-2018',
  'rp-2022',
  'densite',
  'ruralite',
  'centralite',
  'estimation-pauvrete',
  'ifn-communes',
  'ifn-epci',
  'france-services',
  'lieux-data-inclusion',
  'lieux-conseiller-numerique',
  'mci-technologies',
  'mci-debits',
  'cartefibre',
  'cuivre',
  'cuivre-sans-fibre',
  'mobile',
  'populations',
  'grille-1km',
  'qpv-2024',
  'iris',
] as const;

export type SourceId = (typeof SOURCE_IDS)[number];

/** What the figures of an indicator come from: a source of the catalogue, or a table. */
export type FigureSource = SourceId | OwnSource;

/** What must be said of a source wherever its figures appear. */
export interface SourceNotice<Id extends FigureSource = FigureSource> {
  id: Id;
  title: string;
  producer: string;
  licence: string;
  /** `false`: shown with attribution and used in computations, never in an export, a column file or the API. */
  redistribute: boolean;
  edition: string;
  page: string;
  /** What to know before using it, in one or two sentences. */
  caveat: string;
  /** Computed by Maillage from other sources: it has no file, and brings its own figures of groups. */
  computed?: true;
  /** Its file is in no mirror: it is there once somebody fetched or placed it, and its absence is no failure. */
  optional?: true;
}

const LO = 'Licence Ouverte 2.0';
const UNSTATED = 'Licence non précisée par le producteur';

const notices: Record<SourceId, Omit<SourceNotice, 'id'>> = {
  'cog-2026': {
    title: 'Code officiel géographique 2026',
    producer: 'Insee, par le paquet @etalab/decoupage-administratif',
    licence: LO,
    redistribute: true,
    edition: '2026',
    page: 'https://www.insee.fr/fr/information/2560452',
    caveat:
      'Communes, intercommunalités, départements et régions au 1er janvier 2026 ; populations municipales.',
  },
  contours: {
    title: 'Contours administratifs',
    producer: 'IGN ADMIN EXPRESS COG, par Etalab et API Géo',
    licence: LO,
    redistribute: true,
    edition: 'COG 2026',
    page: 'https://www.data.gouv.fr/datasets/contours-administratifs/',
    caveat:
      'Les limites intérieures des communes séparées depuis 2023 sont approchées ; les collectivités d’outre-mer et les arrondissements viennent d’un fichier plus grossier.',
  },
  'rp-2018': {
    title: 'Comparateur de territoires (recensement 2018)',
    producer: 'Insee',
    licence: LO,
    redistribute: true,
    edition: 'RP 2018, Filosofi 2019',
    page: 'https://www.insee.fr/fr/statistiques/2521169',
    caveat: 'Sert surtout de dénominateur (logements, actifs, ménages) et donne l’évolution 2013–2018.',
  },
  'filosofi-2021': {
    title: 'Filosofi 2021, revenus et pauvreté des ménages',
    producer: 'Insee',
    licence: LO,
    redistribute: true,
    edition: '2021',
    page: 'https://www.insee.fr/fr/statistiques/8229323',
    caveat:
      'Le taux de pauvreté est sous secret statistique dans 87 % des communes et vaut « 5 % ou moins » quand il est publié à 5 %. Guadeloupe, Guyane et Mayotte ne sont pas couvertes.',
  },
  'fibre-2026': {
    title: 'Déploiement de la fibre, février 2026',
    producer: 'Arcep',
    licence: LO,
    redistribute: true,
    edition: 'collecte de février 2026',
    page: 'https://www.data.gouv.fr/datasets/le-marche-du-haut-et-tres-haut-debit-fixe-deploiements/',
    caveat: 'Paris, Lyon et Marseille n’ont pas de valeur : la source les compte par arrondissement.',
  },
  'fibre-2018': {
    title: 'Déploiement de la fibre, 1er trimestre 2018',
    producer: 'Arcep',
    licence: LO,
    redistribute: true,
    edition: 'T1 2018',
    page: 'https://www.data.gouv.fr/datasets/le-marche-du-haut-et-tres-haut-debit-fixe-deploiements/',
    caveat:
      'La source ne donne qu’une tranche (0, 5, 10, 25, 50 ou 80 % et plus) : on compare des tranches, pas des taux.',
  },
  'rp-2022': {
    title: 'Recensement de la population 2022',
    producer: 'Insee (pourcentages dérivés)',
    licence: LO,
    redistribute: true,
    edition: 'RP 2022',
    page: 'https://www.insee.fr/fr/statistiques/8581696',
    caveat: 'Mayotte n’est pas couverte. Le chômage est celui du recensement, déclaré par les habitants.',
  },
  densite: {
    title: 'Grille communale de densité',
    producer: 'Insee et ANCT',
    licence: LO,
    redistribute: true,
    edition: '2025',
    page: 'https://www.observatoire-des-territoires.gouv.fr/',
    caveat: 'Sept niveaux, du grand centre urbain au rural très dispersé.',
  },
  ruralite: {
    title: 'Typologie des ruralités',
    producer: 'ANCT',
    licence: LO,
    redistribute: true,
    edition: '2025',
    page: 'https://www.observatoire-des-territoires.gouv.fr/',
    caveat: 'Les communes urbaines et d’outre-mer sont hors champ.',
  },
  centralite: {
    title: 'Centralités',
    producer: 'ANCT',
    licence: LO,
    redistribute: true,
    edition: '2025',
    page: 'https://www.observatoire-des-territoires.gouv.fr/',
    caveat: 'Niveau d’équipements et de services du centre.',
  },
  'estimation-pauvrete': {
    title: 'Estimation du taux de pauvreté',
    producer: 'Maillage, d’après l’Insee',
    licence: 'Licence Ouverte 2.0 (données dérivées)',
    redistribute: true,
    edition: '2021',
    page: '/methode#estimation',
    caveat:
      'Calculée à chaque chargement à partir de Filosofi, des recensements et de la grille de densité. Les taux publiés sont repris tels quels ; les autres sont estimés, avec un intervalle.',
    computed: true,
  },
  'ifn-communes': {
    title: 'Indice de fragilité numérique, communes',
    producer: 'La Mednum',
    licence: UNSTATED,
    redistribute: false,
    edition: 'août 2023',
    page: 'https://fragilite-numerique.fr/',
    caveat:
      'Des scores de 0 à 10 (10 = plus fragile), pas des taux. Affichés avec leur source ; jamais redistribués par Maillage.',
  },
  'ifn-epci': {
    title: 'Indice de fragilité numérique, intercommunalités',
    producer: 'La Mednum',
    licence: UNSTATED,
    redistribute: false,
    edition: 'août 2023',
    page: 'https://fragilite-numerique.fr/',
    caveat: 'Les mêmes scores, publiés pour les intercommunalités ; jamais redistribués par Maillage.',
  },
  'france-services': {
    title: 'Liste des structures France services',
    producer: 'ANCT',
    licence: LO,
    redistribute: true,
    edition: '1er août 2024',
    page: 'https://www.data.gouv.fr/datasets/liste-des-structures-france-services/',
    caveat:
      'Sans date par ligne : l’édition du fichier fait foi. Vaut « aide aux démarches administratives », gratuite et accompagnée.',
  },
  'lieux-data-inclusion': {
    title: 'Lieux de médiation numérique, data·inclusion',
    producer: 'ANCT et data·inclusion',
    licence: UNSTATED,
    redistribute: false,
    edition: 'février 2023',
    page: 'https://www.data.gouv.fr/organizations/cartographie-nationale-des-lieux-de-mediation-numerique/',
    caveat:
      'Le fichier de février 2023 suit l’ancien schéma (v0), traduit vers la version 1.0.2 : ses fiches ont plus de dix-huit mois. Téléchargé chez le producteur, seules les structures qui ont un service numérique sont retenues, sans nom ni contact de personne.',
  },
  'lieux-conseiller-numerique': {
    title: 'Lieux de médiation numérique, conseillers numériques',
    producer: 'ANCT',
    licence: UNSTATED,
    redistribute: false,
    edition: 'décembre 2022',
    page: 'https://www.data.gouv.fr/organizations/cartographie-nationale-des-lieux-de-mediation-numerique/',
    caveat: 'Ancien schéma (v0), traduit vers la version 1.0.2. Toutes les fiches ont plus de dix-huit mois.',
  },
  'mci-technologies': {
    title: 'Ma connexion internet, meilleure technique par local',
    producer: 'Arcep',
    licence: LO,
    redistribute: true,
    edition: 'dernier trimestre publié',
    page: 'https://www.data.gouv.fr/datasets/ma-connexion-internet/',
    caveat:
      'Chaque local compte une fois, sous la meilleure technique qui le dessert. Éligible ne veut pas dire abonné. Les noms de communes y sont abîmés : nous gardons ceux du code officiel géographique.',
    optional: true,
  },
  'mci-debits': {
    title: 'Ma connexion internet, débits par commune',
    producer: 'Arcep',
    licence: LO,
    redistribute: true,
    edition: 'dernier trimestre publié',
    page: 'https://www.data.gouv.fr/datasets/ma-connexion-internet/',
    caveat:
      'Des seuils qui s’emboîtent, pas des tranches : un local à 1 Gbit/s compte aussi à 30 Mbit/s. Le filaire ne compte ni la radio ni le satellite ; le terrestre ajoute la radio.',
    optional: true,
  },
  cartefibre: {
    title: 'Carte fibre, déploiements par commune',
    producer: 'Arcep',
    licence: LO,
    redistribute: true,
    edition: 'dernier trimestre publié',
    page: 'https://www.data.gouv.fr/datasets/le-marche-du-haut-et-tres-haut-debit-fixe-deploiements/',
    caveat:
      'Nombre de locaux estimé par l’Arcep. Paris, Lyon et Marseille y sont comptés par arrondissement : nous les additionnons.',
    optional: true,
  },
  cuivre: {
    title: 'Fermeture du réseau cuivre',
    producer: 'Ministère de l’économie, d’après Orange',
    licence: LO,
    redistribute: true,
    edition: 'dernière publiée',
    page: 'https://data.economie.gouv.fr/explore/dataset/fermeture-reseau-cuivre/',
    caveat:
      'Une date vide veut dire « pas encore prévu », jamais « ouvert pour toujours » : le réseau ferme partout d’ici à 2030.',
    optional: true,
  },
  'cuivre-sans-fibre': {
    title: 'Locaux sans fibre là où le cuivre ferme',
    producer: 'Maillage, d’après l’Arcep et le ministère de l’économie',
    licence: 'Licence Ouverte 2.0 (données dérivées)',
    redistribute: true,
    edition: 'celle de ses sources',
    page: '/methode#cuivre',
    caveat:
      'Locaux qui n’ont pas encore la fibre, dans les communes dont la date de fermeture du cuivre est connue. Le déploiement continue d’ici à cette date.',
    computed: true,
    optional: true,
  },
  mobile: {
    title: 'Mon réseau mobile, sites en service',
    producer: 'Arcep',
    licence: LO,
    redistribute: true,
    edition: 'dernier trimestre publié',
    page: 'https://www.data.gouv.fr/datasets/mon-reseau-mobile/',
    caveat:
      'France métropolitaine. Un site dans une commune n’y couvre pas tout, et une commune sans site peut être couverte par ses voisines : ce n’est pas une carte de couverture.',
    optional: true,
  },
  populations: {
    title: 'Populations de référence',
    producer: 'Insee',
    licence: LO,
    redistribute: true,
    edition: 'dernière publiée',
    page: 'https://catalogue-donnees.insee.fr/fr/catalogue/recherche/DS_POPULATIONS_REFERENCE',
    caveat:
      'À côté des populations livrées avec le code officiel géographique, qui restent le dénominateur des calculs : elles disent la plus récente année publiée.',
    optional: true,
  },
  'grille-1km': {
    title: 'Filosofi sur une grille de 1 km',
    producer: 'Insee',
    licence: LO,
    redistribute: true,
    edition: '2019',
    page: 'https://www.insee.fr/fr/statistiques/7655515',
    caveat:
      'Des carreaux, pas des adresses. Ceux qui ont moins de onze ménages sont imputés par l’Insee : leurs habitants sont comptés, et dits imputés.',
    optional: true,
  },
  'qpv-2024': {
    title: 'Quartiers prioritaires de la politique de la ville (QPV)',
    producer: 'ANCT',
    licence: LO,
    redistribute: true,
    edition: '2024',
    page: 'https://www.data.gouv.fr/datasets/quartiers-prioritaires-de-la-politique-de-la-ville-qpv/',
    caveat:
      'Périmètres fixés par décret, génération 2024. Le fichier des contours ne donne pas la population.',
    optional: true,
  },
  iris: {
    title: 'Contours des IRIS',
    producer: 'Insee et IGN',
    licence: LO,
    redistribute: true,
    edition: 'édition du fichier donné',
    page: 'https://geoservices.ign.fr/contoursiris',
    caveat:
      'Quartiers de 2 000 habitants environ dans les communes de plus de 10 000 habitants ; ailleurs, un IRIS est la commune. Le fichier se donne par la commande « data zones ».',
    optional: true,
  },
};

/** A source as the catalogue describes it, whatever edition is in use: what a load records. */
export const cataloguedNotice = (id: SourceId): SourceNotice<SourceId> => ({ id, ...notices[id] });

/** Every source of Maillage, in loading order, as the catalogue describes it. */
export const SOURCES: readonly SourceNotice<SourceId>[] = SOURCE_IDS.map((id) => cataloguedNotice(id));

/** What must be said of a source, its edition being the one in use; `undefined` for a table that whoever asks does not see. */
export function findSourceNotice(id: FigureSource): SourceNotice | undefined {
  const { sources, editions } = catalogueInUse();
  if (!isSourceId(id)) return sources.find((own) => own.id === id);
  const notice = cataloguedNotice(id);
  return { ...notice, edition: editions[id] ?? notice.edition };
}

/** The same. Throws for a table that is not in use: its figures would not be here either. */
export function sourceNotice(id: FigureSource): SourceNotice {
  const found = findSourceNotice(id);
  if (!found) throw new RangeError(`no source ${id} in use`);
  return found;
}

export const isSourceId = (text: string): text is SourceId =>
  (SOURCE_IDS as readonly string[]).includes(text);
