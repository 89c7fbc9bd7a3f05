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
import { wordList } from './word-list.ts';

/** The word lists of the national schema v1.0.2 and ours, by the column that writes them. */
export const WORD_LISTS = {
  services: wordList(Object.values(Service), { older: translateServices, synonyms: SERVICE_SYNONYMS }),
  /** Publics, specific care and the field's publics at once: tables mix them in one column. */
  publics: wordList(
    [
      ...Object.values(PublicSpecifiquementAdresse),
      ...Object.values(PriseEnChargeSpecifique),
      ...Object.values(FIELD_PUBLIC_LABELS),
    ],
    {
      older: (piece) => {
        const { publics, specificCare, unknown } = translatePublics(piece);
        return { words: [...publics, ...specificCare], unknown };
      },
      synonyms: PUBLIC_SYNONYMS,
      // They restrict to nobody (methods.md §6).
      silent: ['adultes', 'adulte', 'tout public', 'tous publics', 'tous public', 'tous', 'tout le monde'],
    },
  ),
  frais_a_charge: wordList(Object.values(Frais), { older: translateFees, synonyms: FEE_SYNONYMS }),
  dispositif_programmes_nationaux: wordList(Object.values(DispositifProgrammeNational), {
    older: translateProgrammes,
    synonyms: PROGRAMME_SYNONYMS,
  }),
  formations_labels: wordList(Object.values(FormationLabel)),
  modalites_acces: wordList(Object.values(ModaliteAcces), { synonyms: ACCESS_SYNONYMS }),
  modalites_accompagnement: wordList(Object.values(ModaliteAccompagnement), {
    older: translateSupport,
    synonyms: SUPPORT_SYNONYMS,
    // data·inclusion says « en présentiel » of a service: it says nothing of how help is given.
    silent: ['en presentiel'],
  }),
  typologie: wordList(Object.values(Typologie), { synonyms: TYPOLOGY_SYNONYMS }),
  offres: wordList(Object.values(OFFER_LABELS), { synonyms: OFFER_SYNONYMS }),
} as const;
