import {
  DispositifProgrammeNational,
  FormationLabel,
  Frais,
  Itinerance,
  ModaliteAcces,
  ModaliteAccompagnement,
  PriseEnChargeSpecifique,
  PublicSpecifiquementAdresse,
  Service,
  Typologie,
} from '@gouvfr-anct/lieux-de-mediation-numerique';

/** Fields whose words are listed by the schema. */
export const WORDED_FIELDS = [
  'typologie',
  'itinerance',
  'services',
  'publics_specifiquement_adresses',
  'prise_en_charge_specifique',
  'frais_a_charge',
  'dispositif_programmes_nationaux',
  'formations_labels',
  'modalites_acces',
  'modalites_accompagnement',
] as const;

export type WordedField = (typeof WORDED_FIELDS)[number];

/** The words that each of them admits, from the official package. */
export const SCHEMA_WORDS: Readonly<Record<WordedField, readonly string[]>> = {
  typologie: Object.values(Typologie),
  itinerance: Object.values(Itinerance),
  services: Object.values(Service),
  publics_specifiquement_adresses: Object.values(PublicSpecifiquementAdresse),
  prise_en_charge_specifique: Object.values(PriseEnChargeSpecifique),
  frais_a_charge: Object.values(Frais),
  dispositif_programmes_nationaux: Object.values(DispositifProgrammeNational),
  formations_labels: Object.values(FormationLabel),
  modalites_acces: Object.values(ModaliteAcces),
  modalites_accompagnement: Object.values(ModaliteAccompagnement),
};
