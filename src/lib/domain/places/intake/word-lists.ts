import {
  DispositifProgrammeNational,
  FormationLabel,
  Frais,
  ModaliteAcces,
  ModaliteAccompagnement,
  PriseEnChargeSpecifique,
  PublicSpecifiquementAdresse,
  Service,
  Typologie,
} from '@gouvfr-anct/lieux-de-mediation-numerique';
import { FIELD_PUBLIC_LABELS } from '../field-public.ts';
import { OFFER_LABELS } from '../offer.ts';
import {
  translateFees,
  translateProgrammes,
  translatePublics,
  translateServices,
  translateSupport,
} from '../v0.ts';
import {
  ACCESS_SYNONYMS,
  FEE_SYNONYMS,
  OFFER_SYNONYMS,
  PROGRAMME_SYNONYMS,
  PUBLIC_SYNONYMS,
  SERVICE_SYNONYMS,
  SUPPORT_SYNONYMS,
  TYPOLOGY_SYNONYMS,
} from './synonyms.ts';
import type { WordList } from './word-list.ts';

const noOlder: WordList['older'] = (piece) => ({ words: [], unknown: [piece] });
const nothing: ReadonlySet<string> = new Set();
const none: ReadonlyMap<string, string> = new Map();

/** The word lists of the national schema v1.0.2 and ours, by the column that writes them. */
export const WORD_LISTS = {
  services: {
    words: Object.values(Service),
    older: translateServices,
    synonyms: SERVICE_SYNONYMS,
    silent: nothing,
  },
  /** Publics, specific care and the field's publics at once: tables mix them in one column. */
  publics: {
    words: [
      ...new Set([
        ...Object.values(PublicSpecifiquementAdresse),
        ...Object.values(PriseEnChargeSpecifique),
        ...Object.values(FIELD_PUBLIC_LABELS),
      ]),
    ],
    older: (piece) => {
      const { publics, specificCare, unknown } = translatePublics(piece);
      return { words: [...publics, ...specificCare], unknown };
    },
    synonyms: PUBLIC_SYNONYMS,
    // They restrict to nobody (methods.md §6).
    silent: new Set([
      'adultes',
      'adulte',
      'tout public',
      'tous publics',
      'tous public',
      'tous',
      'tout le monde',
    ]),
  },
  frais_a_charge: {
    words: Object.values(Frais),
    older: translateFees,
    synonyms: FEE_SYNONYMS,
    silent: nothing,
  },
  dispositif_programmes_nationaux: {
    words: Object.values(DispositifProgrammeNational),
    older: translateProgrammes,
    synonyms: PROGRAMME_SYNONYMS,
    silent: nothing,
  },
  formations_labels: {
    words: Object.values(FormationLabel),
    older: noOlder,
    synonyms: none,
    silent: nothing,
  },
  modalites_acces: {
    words: Object.values(ModaliteAcces),
    older: noOlder,
    synonyms: ACCESS_SYNONYMS,
    silent: nothing,
  },
  modalites_accompagnement: {
    words: Object.values(ModaliteAccompagnement),
    older: translateSupport,
    synonyms: SUPPORT_SYNONYMS,
    // data·inclusion says « en présentiel » of a service: it says nothing of how help is given.
    silent: new Set(['en presentiel']),
  },
  typologie: {
    words: Object.values(Typologie),
    older: noOlder,
    synonyms: TYPOLOGY_SYNONYMS,
    silent: nothing,
  },
  offres: { words: Object.values(OFFER_LABELS), older: noOlder, synonyms: OFFER_SYNONYMS, silent: nothing },
} as const satisfies Record<string, WordList>;
