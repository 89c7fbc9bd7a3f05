import {
  DispositifProgrammeNational,
  Frais,
  ModaliteAcces,
  ModaliteAccompagnement,
  PublicSpecifiquementAdresse,
  PriseEnChargeSpecifique,
  Service,
  Typologie,
} from '@gouvfr-anct/lieux-de-mediation-numerique';
import { normaliseName } from '../../territory/search-text.ts';
import { FIELD_PUBLIC_LABELS } from '../field-public.ts';
import { OFFER_LABELS } from '../offer.ts';

/*
 * Ways of saying a word that share few letters with it: those of partners' tables and the themes of
 * data·inclusion. Each is shown as a guess where it is read.
 */
const synonyms = (said: Readonly<Record<string, readonly string[]>>): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(said).flatMap(([word, ways]) => ways.map((way) => [normaliseName(way), word] as const)),
  );

export const SERVICE_SYNONYMS = synonyms({
  [Service.MaitriseDesOutilsNumeriquesDuQuotidien]: [
    'aide au numérique',
    'initiation informatique',
    'initiation au numérique',
    'formation numérique',
    'médiation numérique',
    'accompagnement numérique',
    'numerique--maitriser-les-fondamentaux-du-numerique',
  ],
  [Service.AideAuxDemarchesAdministratives]: [
    'démarches administratives',
    'démarches en ligne',
    'aide aux démarches',
    'aide aux démarches en ligne',
    'accès aux droits',
    'numerique--acceder-a-des-services-en-ligne',
  ],
  [Service.AccesInternetEtMaterielInformatique]: [
    'accès internet',
    'accès à internet',
    'accès libre',
    'libre accès',
    'wifi',
    'ordinateurs en libre accès',
    'ordinateur en libre accès',
    'numerique--acceder-a-une-connexion-internet',
  ],
  [Service.MaterielInformatiqueAPrixSolidaire]: [
    'équipement solidaire',
    'ordinateurs reconditionnés',
    'vente de matériel reconditionné',
    'numerique--acquerir-un-equipement',
  ],
  [Service.InsertionProfessionnelleViaLeNumerique]: [
    'insertion professionnelle',
    'recherche d’emploi',
    'emploi',
  ],
  [Service.UtilisationSecuriseeDuNumerique]: ['sécurité numérique', 'cybersécurité'],
  [Service.ParentaliteEtEducationAvecLeNumerique]: ['parentalité', 'parentalité numérique'],
  [Service.LoisirsEtCreationsNumeriques]: ['fablab', 'création numérique', 'loisirs numériques'],
  [Service.ComprehensionDuMondeNumerique]: ['culture numérique', 'citoyenneté numérique'],
});

export const PUBLIC_SYNONYMS = synonyms({
  [PublicSpecifiquementAdresse.Seniors]: [
    'personnes âgées',
    'aînés',
    'retraités',
    '+ 65 ans',
    'plus de 65 ans',
  ],
  [PublicSpecifiquementAdresse.FamillesEnfants]: ['familles', 'enfants', 'parents', 'familles / enfants'],
  [PublicSpecifiquementAdresse.Jeunes]: ['16-25 ans', '16-26 ans', 'jeune public'],
  [PriseEnChargeSpecifique.LanguesEtrangeresAutre]: ['langues étrangères', 'allophones'],
  [PriseEnChargeSpecifique.Surdite]: ['sourds', 'malentendants', 'lsf'],
  [PriseEnChargeSpecifique.DeficienceVisuelle]: ['malvoyants', 'aveugles'],
  [FIELD_PUBLIC_LABELS['young-jobseekers']]: ['jeunes demandeurs d’emploi', 'jeunes en insertion'],
  [FIELD_PUBLIC_LABELS['single-parents']]: ['parents isolés', 'mères isolées'],
  [FIELD_PUBLIC_LABELS['no-papers-or-language']]: ['migrants', 'sans papiers', 'primo-arrivants'],
});

export const FEE_SYNONYMS = synonyms({
  [Frais.Gratuit]: ['gratuité', '0 €', '0', '0 euro', 'sans frais', 'libre'],
  [Frais.GratuitSousCondition]: [
    'sur adhésion',
    'gratuit sous conditions',
    'gratuit avec adhésion',
    'sous condition',
  ],
  [Frais.Payant]: ['participation', 'participation financière', 'paiement'],
});

export const PROGRAMME_SYNONYMS = synonyms({
  [DispositifProgrammeNational.ConseillersNumeriques]: ['cnfs', 'cn', 'conseiller numérique france services'],
  [DispositifProgrammeNational.FranceServices]: [
    'fs',
    'maison france services',
    'espace france services',
    'mfs',
  ],
  [DispositifProgrammeNational.CertificationPIX]: ['pix'],
  [DispositifProgrammeNational.LaCroixRouge]: ['croix rouge', 'croix rouge française'],
});

export const SUPPORT_SYNONYMS = synonyms({
  [ModaliteAccompagnement.EnAutonomie]: ['autonomie', 'seul', 'libre accès', 'accès libre'],
  [ModaliteAccompagnement.AccompagnementIndividuel]: [
    'individuel',
    'rendez-vous individuel',
    'rdv individuel',
    'avec de l’aide',
  ],
  [ModaliteAccompagnement.DansUnAtelier]: [
    'atelier',
    'ateliers',
    'collectif',
    'ateliers collectifs',
    'en groupe',
  ],
  [ModaliteAccompagnement.ADistance]: ['a-distance', 'distanciel', 'par téléphone', 'visio'],
});

export const ACCESS_SYNONYMS = synonyms({
  [ModaliteAcces.SePresenter]: [
    'sur place',
    'sans rendez-vous',
    'sans rdv',
    'accueil libre',
    'en présentiel',
  ],
  [ModaliteAcces.Telephoner]: ['téléphone', 'par téléphone', 'sur appel'],
  [ModaliteAcces.ContacterParMail]: ['mail', 'par mail', 'courriel', 'e-mail', 'envoyer un courriel'],
  [ModaliteAcces.PrescriptionParMail]: ['prescription', 'sur orientation', 'sur prescription'],
  [ModaliteAcces.PrendreRdvEnLigne]: ['rdv en ligne', 'rendez-vous en ligne'],
});

export const TYPOLOGY_SYNONYMS = synonyms({
  [Typologie.BIB]: ['bibliothèque', 'médiathèque'],
  [Typologie.MUNI]: ['mairie', 'commune'],
  [Typologie.ASSO]: ['association'],
  [Typologie.CS]: ['centre social'],
  [Typologie.CSC]: ['centre socioculturel'],
  [Typologie.RFS]: ['france services', 'maison france services', 'espace france services'],
  [Typologie.ML]: ['mission locale'],
  [Typologie.TIERS_LIEUX]: ['tiers-lieu', 'tiers-lieux', 'coworking'],
  [Typologie.EPN]: ['espace public numérique'],
  [Typologie.LA_POSTE]: ['la poste', 'bureau de poste'],
  [Typologie.FT]: ['pôle emploi', 'france travail'],
});

export const OFFER_SYNONYMS = synonyms({
  [OFFER_LABELS.wifi]: ['wifi', 'wi-fi'],
  [OFFER_LABELS['free-access']]: ['accès libre', 'libre accès', 'ordinateur en libre accès'],
  [OFFER_LABELS.training]: ['formation', 'ateliers'],
  [OFFER_LABELS.equipment]: ['matériel', 'équipement solidaire'],
  [OFFER_LABELS.rights]: ['accès aux droits', 'france services'],
});
