import {
  Frais,
  ModaliteAccompagnement,
  PriseEnChargeSpecifique,
  PublicSpecifiquementAdresse,
  Service,
  DispositifProgrammeNational,
} from '@gouvfr-anct/lieux-de-mediation-numerique';

/*
 * The v0 words of the national schema → those of v1.0.2 (methods.md §6). Words are compared before
 * the « : » that v0 puts between a word and its explanation.
 */
const SERVICES: Record<string, Service> = {
  'Utiliser le numérique au quotidien': Service.MaitriseDesOutilsNumeriquesDuQuotidien,
  'Prendre en main un ordinateur': Service.MaitriseDesOutilsNumeriquesDuQuotidien,
  'Prendre en main un smartphone ou une tablette': Service.MaitriseDesOutilsNumeriquesDuQuotidien,
  'Approfondir ma culture numérique': Service.ComprehensionDuMondeNumerique,
  'Promouvoir la citoyenneté numérique': Service.ComprehensionDuMondeNumerique,
  'Devenir autonome dans les démarches administratives': Service.AideAuxDemarchesAdministratives,
  'Réaliser des démarches administratives avec un accompagnement': Service.AideAuxDemarchesAdministratives,
  'Accompagner les démarches de santé': Service.AideAuxDemarchesAdministratives,
  'Accéder à une connexion internet': Service.AccesInternetEtMaterielInformatique,
  'Accéder à du matériel': Service.AccesInternetEtMaterielInformatique,
  "S'équiper en matériel informatique": Service.MaterielInformatiqueAPrixSolidaire,
  'Favoriser mon insertion professionnelle': Service.InsertionProfessionnelleViaLeNumerique,
  'Créer et développer mon entreprise': Service.InsertionProfessionnelleViaLeNumerique,
  'Créer avec le numérique': Service.LoisirsEtCreationsNumeriques,
};

const FEES: Record<string, Frais> = {
  Gratuit: Frais.Gratuit,
  'Gratuit sous condition': Frais.GratuitSousCondition,
  Adhésion: Frais.GratuitSousCondition,
  Payant: Frais.Payant,
};

const PUBLICS: Record<string, PublicSpecifiquementAdresse> = {
  'Seniors (+ 65 ans)': PublicSpecifiquementAdresse.Seniors,
  'Jeunes (16-26 ans)': PublicSpecifiquementAdresse.Jeunes,
  'Familles/enfants': PublicSpecifiquementAdresse.FamillesEnfants,
};

const CARE: Record<string, PriseEnChargeSpecifique> = {
  Surdité: PriseEnChargeSpecifique.Surdite,
  'Déficience visuelle': PriseEnChargeSpecifique.DeficienceVisuelle,
  'Handicaps mentaux': PriseEnChargeSpecifique.HandicapsMentaux,
  'Handicaps psychiques': PriseEnChargeSpecifique.HandicapsMentaux,
  "Personnes en situation d'illettrisme": PriseEnChargeSpecifique.Illettrisme,
  'Public langues étrangères': PriseEnChargeSpecifique.LanguesEtrangeresAutre,
};

const SUPPORT: Record<string, ModaliteAccompagnement> = {
  Seul: ModaliteAccompagnement.EnAutonomie,
  "Avec de l'aide": ModaliteAccompagnement.AccompagnementIndividuel,
  'Dans un atelier': ModaliteAccompagnement.DansUnAtelier,
  'A ma place': ModaliteAccompagnement.AccompagnementIndividuel,
};

const PROGRAMMES: Record<string, DispositifProgrammeNational> = {
  CNFS: DispositifProgrammeNational.ConseillersNumeriques,
  'France Services': DispositifProgrammeNational.FranceServices,
  'Aidants Connect': DispositifProgrammeNational.AidantsConnect,
};

/** « Adultes » restricts to nobody. */
const NO_RESTRICTION = 'Adultes';

export interface Translated {
  words: string[];
  /** v0 words that the table does not know, as written. */
  unknown: string[];
}

function translate(text: string | undefined, table: Readonly<Record<string, string>>): Translated {
  const words = new Set<string>();
  const unknown: string[] = [];
  for (const raw of splitWords(text)) {
    const word = raw.split(' : ')[0]?.trim() ?? raw;
    const translated = table[word];
    if (translated !== undefined) words.add(translated);
    else if (word !== NO_RESTRICTION) unknown.push(word);
  }
  return { words: [...words], unknown };
}

/** Several values in one field: `|` today, `;` in older files; both are read. */
export const splitWords = (text: string | undefined): string[] =>
  (text ?? '')
    .split(/[;|]/)
    .map((word) => word.trim())
    .filter((word) => word !== '');

export const translateServices = (text: string | undefined): Translated => translate(text, SERVICES);
export const translateFees = (text: string | undefined): Translated => translate(text, FEES);
export const translateProgrammes = (text: string | undefined): Translated => translate(text, PROGRAMMES);
export const translateSupport = (text: string | undefined): Translated => translate(text, SUPPORT);

/** v0 keeps publics and specific care in one field; v1 in two. */
export function translatePublics(text: string | undefined): {
  publics: string[];
  specificCare: string[];
  unknown: string[];
} {
  const publics = translate(text, PUBLICS);
  const care = translate(text, CARE);
  return {
    publics: publics.words,
    specificCare: care.words,
    unknown: publics.unknown.filter((word) => care.unknown.includes(word)),
  };
}

/** Whether somebody entitled does the procedure for the person: v0 says so, v1 has no word for it. */
export const helpsOnBehalf = (support: string | undefined): boolean =>
  splitWords(support).some((word) => word.startsWith('A ma place'));
