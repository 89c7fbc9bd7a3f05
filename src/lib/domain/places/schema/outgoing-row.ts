import { isRna, isSiret, Itinerance } from '@gouvfr-anct/lieux-de-mediation-numerique';
import { isSourceId, sourceNotice } from '../../indicators/source.ts';
import type { Place } from '../place.ts';
import { isPageAddress } from './field-check.ts';
import { SEPARATOR, UNKNOWN_PIVOT, type SchemaRow } from './row.ts';
import { internationalTelephone } from './telephone.ts';
import { SCHEMA_WORDS, type WordedField } from './words.ts';

/** Signs that the validator refuses and that others stand for. */
const SIGNS: Readonly<Record<string, string>> = { º: '°', '`': '’', '´': '’', ʼ: '’', '—': '–' };

/** Neither the validator's pattern of streets nor that of communes admits any other sign. */
const NOT_OF_A_STREET = /[^0-9A-Za-zÀ-ÖØ-öø-ÿœ-ŸŒ\-,()°.&:+–|;'’/\s]/gu;
const NOT_OF_A_COMMUNE = /[^0-9A-Za-zÀ-ÖØ-öø-ÿœ-ŸŒ\-'’\s]/gu;

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** What the schema does not admit in a name of street or commune gives way to a space. */
const admitted = (text: string, refused: RegExp): string =>
  oneLine(
    text
      .normalize('NFC')
      .replace(/[º`´ʼ—]/gu, (sign) => SIGNS[sign] ?? sign)
      .replace(refused, ' '),
  );

/** The words that the schema lists, each once; others would have the whole row refused. */
const worded = (field: WordedField, words: readonly string[]): string =>
  [...new Set(words)].filter((word) => SCHEMA_WORDS[field].includes(word)).join(SEPARATOR);

/** Free words: what separates them cannot be in them. */
const free = (words: readonly string[]): string =>
  words
    .map((word) => oneLine(word.replace(/[|;]/g, ' ')))
    .filter((word) => word !== '')
    .join(SEPARATOR);

/** A SIRET or RNA; the field is required, and zeros say that none is known. */
function pivot(known: string | null): string {
  const text = known?.replace(/\s/g, '') ?? '';
  return isSiret(text) || isRna(text) ? text : UNKNOWN_PIVOT;
}

const page = (address: string | null): string => (address !== null && isPageAddress(address) ? address : '');

/** Producers, by the titles of their files; what people enter in Maillage is Maillage's. */
const producers = (sources: readonly string[]): string =>
  free([...new Set(sources.map((id) => (isSourceId(id) ? sourceNotice(id).title : 'Maillage')))]);

/**
 * A place in the 32 fields of the national schema v1.0.2, in their order: unknown is empty, several
 * values are separated by `|`. A centre of commune is no position and is not written; an unknown `pivot` is
 * 14 zeros; « Fixe » is never written, since not being itinerant is not known; e-mails are contacts and
 * never written. `checkRow` says whether the row may stand in a national file.
 */
export function toSchema(place: Place): SchemaRow {
  const given = place.position === 'given';
  return {
    id: place.id,
    pivot: pivot(place.pivot),
    nom: oneLine(place.name),
    commune: admitted(place.town, NOT_OF_A_COMMUNE),
    code_postal: place.postcode,
    code_insee: place.commune ?? '',
    adresse: admitted(place.address, NOT_OF_A_STREET),
    complement_adresse: oneLine(place.addressExtra ?? ''),
    latitude: given && place.lat !== null ? String(place.lat) : '',
    longitude: given && place.lon !== null ? String(place.lon) : '',
    typologie: worded('typologie', place.typology?.split(/[|;]/) ?? []),
    telephone: internationalTelephone(place.phone ?? '') ?? '',
    courriels: '',
    site_web: place.website?.replaceAll(SEPARATOR, '%7C') ?? '',
    horaires: oneLine(place.hours ?? ''),
    presentation_resume: place.summary ?? '',
    presentation_detail: place.detail ?? '',
    source: producers(place.sources),
    itinerance: place.itinerant ? Itinerance.Itinerant : '',
    structure_parente: oneLine(place.structure ?? ''),
    date_maj: place.updated?.slice(0, 10) ?? '',
    services: worded('services', place.services),
    publics_specifiquement_adresses: worded('publics_specifiquement_adresses', place.publics),
    prise_en_charge_specifique: worded('prise_en_charge_specifique', place.specificCare),
    frais_a_charge: worded('frais_a_charge', place.fees),
    dispositif_programmes_nationaux: worded('dispositif_programmes_nationaux', place.programmes),
    formations_labels: worded('formations_labels', place.labels),
    autres_formations_labels: free(place.otherLabels),
    modalites_acces: worded('modalites_acces', place.accessModes),
    modalites_accompagnement: worded('modalites_accompagnement', place.support),
    fiche_acces_libre: page(place.accessSheet),
    prise_rdv: page(place.bookingUrl),
  };
}
