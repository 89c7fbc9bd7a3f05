import { Itinerance } from '@gouvfr-anct/lieux-de-mediation-numerique';
import { blankPlace, type Place } from '../place.ts';
import { translateServices } from '../v0.ts';
import { checkRow, refuse, type FieldRefusal } from './field-check.ts';
import { filledOf, pageOf, pivotOf, SEPARATOR, textOf, wordsOf, type LooseRow } from './row.ts';
import { kindOf, whereOf, type SchemaContext } from './row-place.ts';
import { fromV0 } from './v0-row.ts';
import { SCHEMA_WORDS } from './words.ts';

/** A row read: a place, or what keeps it from being one, field by field. */
export type SchemaReading =
  { kind: 'place'; place: Place } | { kind: 'refused'; refusals: readonly FieldRefusal[] };

/** Fields that v0 alone has. */
export const V0_FIELDS = ['publics_accueillis', 'conditions_acces', 'conditions_access', 'labels_nationaux'];

/** Fields that v1.0.2 alone has. */
const V1_FIELDS = [
  'itinerance',
  'structure_parente',
  'publics_specifiquement_adresses',
  'prise_en_charge_specifique',
  'frais_a_charge',
  'dispositif_programmes_nationaux',
  'formations_labels',
  'autres_formations_labels',
  'modalites_acces',
  'fiche_acces_libre',
];

/** The version of the schema that a row's filled fields, then its services, belong to; `null` when neither says. */
export function versionOf(row: LooseRow): 'v0' | 'v1' | null {
  const has = (fields: readonly string[]): boolean => fields.some((field) => textOf(row, field) !== '');
  if (has(V1_FIELDS)) return 'v1';
  if (has(V0_FIELDS)) return 'v0';
  if (wordsOf(row, 'services').some((word) => SCHEMA_WORDS.services.includes(word))) return 'v1';
  return translateServices(textOf(row, 'services')).words.length > 0 ? 'v0' : null;
}

/**
 * A place from a row of the national schema, the texts of a CSV or the values of a JSON object. v1.0.2 is
 * held to the official validator: a refused row gives its fields and reasons, never an exception. The words
 * of v0 are translated, and only its id and name are required. E-mails are contacts and are not read.
 */
export function fromSchema(row: LooseRow, context: SchemaContext): SchemaReading {
  if (versionOf(row) === 'v0') return readV0(row, context);
  const refusals = checkRow(row);
  return refusals.length > 0 ? { kind: 'refused', refusals } : { kind: 'place', place: fromV1(row, context) };
}

function readV0(row: LooseRow, context: SchemaContext): SchemaReading {
  const refusals = [
    ...(textOf(row, 'id') === '' ? [refuse('id', '', 'l’identifiant du lieu')] : []),
    ...(textOf(row, 'nom') === '' ? [refuse('nom', '', 'le nom du lieu')] : []),
  ];
  return refusals.length > 0 ? { kind: 'refused', refusals } : { kind: 'place', place: fromV0(row, context) };
}

/** The first page among several: a place has one. */
const firstPage = (text: string): string | null =>
  text
    .split(SEPARATOR)
    .map(pageOf)
    .find((page) => page !== null) ?? null;

function fromV1(row: LooseRow, { source, finder }: SchemaContext): Place {
  const typologies = wordsOf(row, 'typologie');
  const programmes = wordsOf(row, 'dispositif_programmes_nationaux');
  return {
    ...blankPlace(textOf(row, 'id'), textOf(row, 'nom')),
    ...whereOf(row, finder),
    kind: kindOf(typologies, programmes),
    pivot: pivotOf(row),
    typology: typologies.join(SEPARATOR) || null,
    structure: filledOf(row, 'structure_parente'),
    services: wordsOf(row, 'services'),
    publics: wordsOf(row, 'publics_specifiquement_adresses'),
    specificCare: wordsOf(row, 'prise_en_charge_specifique'),
    fees: wordsOf(row, 'frais_a_charge'),
    support: wordsOf(row, 'modalites_accompagnement'),
    accessModes: wordsOf(row, 'modalites_acces'),
    programmes,
    labels: wordsOf(row, 'formations_labels'),
    otherLabels: wordsOf(row, 'autres_formations_labels'),
    hours: filledOf(row, 'horaires'),
    website: firstPage(textOf(row, 'site_web')),
    bookingUrl: pageOf(textOf(row, 'prise_rdv')),
    accessSheet: pageOf(textOf(row, 'fiche_acces_libre')),
    phone: filledOf(row, 'telephone'),
    summary: filledOf(row, 'presentation_resume'),
    detail: filledOf(row, 'presentation_detail'),
    itinerant: wordsOf(row, 'itinerance').includes(Itinerance.Itinerant),
    updated: textOf(row, 'date_maj').slice(0, 10),
    sources: [source],
  };
}
