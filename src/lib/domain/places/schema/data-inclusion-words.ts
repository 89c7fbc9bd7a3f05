import {
  DispositifProgrammeNational,
  Frais,
  ModaliteAcces,
  ModaliteAccompagnement,
  PublicSpecifiquementAdresse,
  Service,
} from '@gouvfr-anct/lieux-de-mediation-numerique';

/*
 * The words of data·inclusion v1 (github.com/gip-inclusion/data-inclusion-schema, référentiels) → those of
 * the national schema. A word that says less than any of the schema's is left out: « personnes en situation
 * de handicap » does not say which handicap.
 */
const DIGITAL = 'numerique';

const THEMES: Readonly<Record<string, Service>> = {
  'numerique--acceder-a-des-services-en-ligne': Service.AideAuxDemarchesAdministratives,
  'numerique--acceder-a-une-connexion-internet': Service.AccesInternetEtMaterielInformatique,
  'numerique--acquerir-un-equipement': Service.MaterielInformatiqueAPrixSolidaire,
  'numerique--maitriser-les-fondamentaux-du-numerique': Service.MaitriseDesOutilsNumeriquesDuQuotidien,
};

const FEES: Readonly<Record<string, Frais>> = { gratuit: Frais.Gratuit, payant: Frais.Payant };

const PUBLICS: Readonly<Record<string, PublicSpecifiquementAdresse>> = {
  jeunes: PublicSpecifiquementAdresse.Jeunes,
  etudiants: PublicSpecifiquementAdresse.Etudiants,
  familles: PublicSpecifiquementAdresse.FamillesEnfants,
  seniors: PublicSpecifiquementAdresse.Seniors,
  femmes: PublicSpecifiquementAdresse.Femmes,
};

/** By type of service, then by mode of reception. */
const SUPPORT: Readonly<Record<string, ModaliteAccompagnement>> = {
  accompagnement: ModaliteAccompagnement.AccompagnementIndividuel,
  atelier: ModaliteAccompagnement.DansUnAtelier,
  'a-distance': ModaliteAccompagnement.ADistance,
};

const ACCESS: Readonly<Record<string, ModaliteAcces>> = {
  'se-presenter': ModaliteAcces.SePresenter,
  telephoner: ModaliteAcces.Telephoner,
  'envoyer-un-courriel': ModaliteAcces.ContacterParMail,
};

const PROGRAMMES: Readonly<Record<string, DispositifProgrammeNational>> = {
  'aidants-connect': DispositifProgrammeNational.AidantsConnect,
  'conseillers-numeriques': DispositifProgrammeNational.ConseillersNumeriques,
  'croix-rouge': DispositifProgrammeNational.LaCroixRouge,
  'france-service': DispositifProgrammeNational.FranceServices,
  'grandes-ecoles-du-numerique': DispositifProgrammeNational.GrandeEcoleDuNumerique,
};

/** Networks that are also one typology of the schema; « ccas-cias » is one of two, and is not. */
const TYPOLOGIES: Readonly<Record<string, string>> = {
  'france-service': 'RFS',
  'espaces-publics-numeriques': 'EPN',
  'mission-locale': 'ML',
  'france-travail': 'FT',
  'pimms-mediation': 'PIMMS',
  'la-poste': 'LA_POSTE',
  'mutualite-sociale-agricole': 'MSA',
  caf: 'CAF',
  cpam: 'CPAM',
  mjc: 'MJC',
  ressourceries: 'RESSOURCERIE',
};

/**
 * The words of a field of several, however the file writes them: `["a","b"]`, `{a,b}` or `a|b`. They are
 * in lower case and hyphens.
 */
export const slugsOf = (text: string): string[] =>
  text.toLowerCase().match(/[a-z0-9]+(?:-+[a-z0-9]+)*/g) ?? [];

const translate = (texts: readonly string[], table: Readonly<Record<string, string>>): string[] => [
  ...new Set(
    texts
      .flatMap(slugsOf)
      .map((slug) => (Object.hasOwn(table, slug) ? table[slug] : undefined))
      .filter((word) => word !== undefined),
  ),
];

/** Whether the themes of a service are digital, the schema's word for it known or not. */
export const isDigital = (themes: string): boolean =>
  slugsOf(themes).some((slug) => slug === DIGITAL || slug.startsWith(`${DIGITAL}--`));

export const servicesOfThemes = (themes: readonly string[]): string[] => translate(themes, THEMES);
export const feesOf = (fees: readonly string[]): string[] => translate(fees, FEES);
export const publicsOf = (publics: readonly string[]): string[] => translate(publics, PUBLICS);
export const supportOf = (types: readonly string[]): string[] => translate(types, SUPPORT);
export const accessOf = (modes: readonly string[]): string[] => translate(modes, ACCESS);
export const programmesOf = (networks: readonly string[]): string[] => translate(networks, PROGRAMMES);

/** The first typology that a network is; `null` when none says. */
export const typologyOf = (networks: readonly string[]): string | null =>
  translate(networks, TYPOLOGIES)[0] ?? null;
