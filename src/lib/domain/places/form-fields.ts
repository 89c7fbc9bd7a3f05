import {
  DispositifProgrammeNational,
  Frais,
  ModaliteAcces,
  ModaliteAccompagnement,
  PriseEnChargeSpecifique,
  PublicSpecifiquementAdresse,
  Service,
} from '@gouvfr-anct/lieux-de-mediation-numerique';
import { FIELD_PUBLIC_LABELS, FIELD_PUBLICS } from './field-public.ts';
import { DAY_FIELDS, type IntakeField } from './intake/fields.ts';
import { OFFER_LABELS, OFFERS } from './offer.ts';
import { WEEKDAYS, type Week } from './opening-week.ts';
import type { Place } from './place.ts';

/** What a form asks of a field: a line, several lines, some words of a list, yes or no. */
export type FormField =
  | { field: IntakeField; kind: 'line' | 'lines' | 'flag' }
  | { field: IntakeField; kind: 'words'; words: readonly string[] };

/** Parts of the form of a place, in the order in which somebody knows them. */
export const FORM_PARTS = ['identity', 'where', 'when', 'help', 'whom', 'means'] as const;

export type FormPart = (typeof FORM_PARTS)[number];

const words = (field: IntakeField, list: readonly string[]): FormField => ({
  field,
  kind: 'words',
  words: list,
});
const line = (field: IntakeField): FormField => ({ field, kind: 'line' });
const lines = (field: IntakeField): FormField => ({ field, kind: 'lines' });
const flag = (field: IntakeField): FormField => ({ field, kind: 'flag' });

/** The form of a place: the fields of the intake, so that what is typed is checked like what is imported. */
export const FORM: Readonly<Record<FormPart, readonly FormField[]>> = {
  identity: [
    line('nom'),
    line('structure_parente'),
    line('pivot'),
    line('site_web'),
    lines('presentation_resume'),
  ],
  where: [
    line('adresse'),
    line('complement_adresse'),
    line('code_postal'),
    line('commune'),
    line('coordonnees'),
    flag('itinerance'),
    flag('candidat'),
  ],
  when: [...DAY_FIELDS.map(line), line('horaires'), line('prise_rdv')],
  help: [
    words(
      'offres',
      OFFERS.map((offer) => OFFER_LABELS[offer]),
    ),
    words('services', Object.values(Service)),
    words('modalites_accompagnement', Object.values(ModaliteAccompagnement)),
    words('frais_a_charge', Object.values(Frais)),
    words('modalites_acces', Object.values(ModaliteAcces)),
  ],
  whom: [
    words(
      'publics_terrain',
      FIELD_PUBLICS.map((one) => FIELD_PUBLIC_LABELS[one]),
    ),
    words('publics_specifiquement_adresses', Object.values(PublicSpecifiquementAdresse)),
    words('prise_en_charge_specifique', Object.values(PriseEnChargeSpecifique)),
  ],
  means: [
    words('dispositif_programmes_nationaux', Object.values(DispositifProgrammeNational)),
    line('programme'),
    line('operateur'),
    line('aidants'),
    line('heures_aide'),
    line('financeurs'),
    lines('note'),
  ],
};

/** Every field of the form, in its order. */
export const FORM_FIELDS: readonly FormField[] = FORM_PARTS.flatMap((part) => FORM[part]);

/** Separates several values in one field, as in the national schema. */
export const FORM_SEPARATOR = '|';

const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

const dayText = (week: Week, day: number): string =>
  week
    .filter((opening) => opening.day === day)
    .map(({ from, to }) => `${clock(from)}-${clock(to)}`)
    .join(' / ');

/** A place as its form shows it: the text of each field. */
export function formValues(place: Place): Partial<Record<IntakeField, string>> {
  const { week } = place;
  const days = Object.fromEntries(
    WEEKDAYS.map((_, day) => [DAY_FIELDS[day], week ? dayText(week, day) : '']),
  );
  const joined = (values: readonly string[]): string => values.join(FORM_SEPARATOR);
  return {
    nom: place.name,
    structure_parente: place.structure ?? '',
    pivot: place.pivot ?? '',
    site_web: place.website ?? '',
    presentation_resume: place.summary ?? '',
    adresse: place.address,
    complement_adresse: place.addressExtra ?? '',
    code_postal: place.postcode,
    commune: place.town,
    coordonnees: place.position === 'given' ? `${place.lat}, ${place.lon}` : '',
    itinerance: place.itinerant ? 'oui' : '',
    candidat: place.candidate ? 'oui' : '',
    ...days,
    horaires: week === null ? (place.hours ?? '') : '',
    prise_rdv: place.bookingUrl ?? '',
    offres: joined(place.offers.map((offer) => OFFER_LABELS[offer])),
    services: joined(place.services),
    modalites_accompagnement: joined(place.support),
    frais_a_charge: joined(place.fees),
    modalites_acces: joined(place.accessModes),
    publics_terrain: joined(place.fieldPublics.map((one) => FIELD_PUBLIC_LABELS[one])),
    publics_specifiquement_adresses: joined(place.publics),
    prise_en_charge_specifique: joined(place.specificCare),
    dispositif_programmes_nationaux: joined(place.programmes),
    programme: place.programme ?? '',
    operateur: place.operator ?? '',
    aidants: place.helpers === null ? '' : String(place.helpers),
    heures_aide: place.helpHours === null ? '' : String(place.helpHours),
    financeurs: joined(place.funders),
    note: place.note ?? '',
  };
}

/** What the form does not ask stays as it was. */
export const withUnasked = (checked: Place, before: Place): Place => ({
  ...checked,
  id: before.id,
  kind: before.kind === 'mediation' ? checked.kind : before.kind,
  typology: before.typology,
  onBehalf: before.onBehalf,
  labels: before.labels,
  otherLabels: before.otherLabels,
  accessSheet: before.accessSheet,
  phone: before.phone,
  detail: before.detail,
  closed: before.closed,
  hours: sameWeek(checked, before) ? before.hours : checked.hours,
  week: sameWeek(checked, before) ? before.week : checked.week,
  sources: before.sources,
  updated: before.updated,
  owner: before.owner,
});

/** Hours typed by day and hours of a source that make the same week are the same hours. */
const sameWeek = ({ week }: Place, before: Place): boolean =>
  week !== null && JSON.stringify(formWeek(week)) === JSON.stringify(formWeek(before.week ?? []));

const formWeek = (week: Week): string[] => WEEKDAYS.map((_, day) => dayText(week, day));
