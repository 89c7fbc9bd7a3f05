import { DispositifProgrammeNational, Typologie } from '@gouvfr-anct/lieux-de-mediation-numerique';
import type { CommuneFinder } from '../locate.ts';
import { blankPlace, type Place, type PlaceKind } from '../place.ts';
import { helpsOnBehalf } from '../v0.ts';
import { readPivot } from './codes.ts';
import { readUpdated } from './date-cells.ts';
import { readHours } from './hours-cells.ts';
import { identify, type Identity } from './identity.ts';
import { readAmount, readFlag } from './number-cells.ts';
import { type Contact, readReach, readWebAddress } from './reach-cells.ts';
import type { RowReading } from './row-reading.ts';
import { readOptionalText, readText, readTexts } from './text-cells.ts';
import { readWhere } from './whereabouts.ts';
import { readFees, readOffers, readPublics, readTypology, readWords } from './word-cells.ts';
import { WORD_LISTS } from './word-lists.ts';

/** More helpers or hours of help in one place are a column read for another. */
const MOST_HELPERS = 500;
const MOST_HOURS = 5_000;

/** What reading a row needs beside it. */
export interface Surroundings {
  finder: CommuneFinder;
  /** ISO day after which a date is to come. */
  today: string;
  /** Identifier of the source that the places come from: « liste-… ». */
  listSource: string;
}

/** A row once read: its place under the first of its identities. */
export interface ReadRow {
  place: Place;
  identity: Identity;
  contact: Contact | null;
}

function kindOf(programmes: readonly string[], typology: string | null): PlaceKind {
  if (programmes.includes(DispositifProgrammeNational.FranceServices) || typology === Typologie.RFS)
    return 'france-services';
  return programmes.includes(DispositifProgrammeNational.ConseillersNumeriques)
    ? 'conseiller-numerique'
    : 'mediation';
}

/** Reads a whole row; what it says wrong is among the problems of its reading, refusals included. */
export function readRow(reading: RowReading, { finder, today, listSource }: Surroundings): ReadRow {
  const id = readText(reading, 'id');
  const name = readText(reading, 'nom');
  if (name === '') reading.refuse('nom', 'le nom manque ; ajoutez-le pour que le lieu soit gardé');
  const onBehalf = helpsOnBehalf(reading.text('modalites_accompagnement'));
  const programmes = readWords(
    reading,
    'dispositif_programmes_nationaux',
    WORD_LISTS.dispositif_programmes_nationaux,
  );
  const typology = readTypology(reading);
  const { hours, said } = readHours(reading);
  const { phone, contact } = readReach(reading, readOptionalText(reading, 'contact_nom'));
  const note = readOptionalText(reading, 'note');
  const place: Place = {
    ...blankPlace('', name),
    kind: kindOf(programmes, typology),
    pivot: readPivot(reading),
    ...readWhere(reading, finder),
    typology,
    structure: readOptionalText(reading, 'structure_parente'),
    services: readWords(reading, 'services', WORD_LISTS.services),
    ...readPublics(reading),
    fees: readFees(reading),
    support: readWords(reading, 'modalites_accompagnement', WORD_LISTS.modalites_accompagnement),
    onBehalf,
    accessModes: readWords(reading, 'modalites_acces', WORD_LISTS.modalites_acces),
    programmes,
    labels: readWords(reading, 'formations_labels', WORD_LISTS.formations_labels),
    otherLabels: readTexts(reading, 'autres_formations_labels'),
    hours,
    website: readWebAddress(reading, 'site_web'),
    bookingUrl: readWebAddress(reading, 'prise_rdv'),
    accessSheet: readWebAddress(reading, 'fiche_acces_libre'),
    phone,
    summary: readOptionalText(reading, 'presentation_resume'),
    detail: readOptionalText(reading, 'presentation_detail'),
    itinerant: readFlag(
      reading,
      'itinerance',
      /itin[ée]rant|mobile|bus/i,
      /fixe|s[ée]dentaire|antenne|si[èe]ge|classique|multi/i,
    ),
    updated: readUpdated(reading, today),
    offers: readOffers(reading),
    programme: readOptionalText(reading, 'programme'),
    operator: readOptionalText(reading, 'operateur'),
    helpers: readAmount(reading, 'aidants', MOST_HELPERS),
    helpHours: readAmount(reading, 'heures_aide', MOST_HOURS),
    funders: readTexts(reading, 'financeurs'),
    candidate: readFlag(reading, 'candidat', /candidat|propos|disponible/i, /^(?:existant|ouvert)/i),
    note:
      [note, said === null ? null : `Horaires : ${said}`].filter((part) => part !== null).join('\n') || null,
    sources: [listSource],
  };
  return { place, identity: identify(place, id, reading.heading('id'), listSource), contact };
}
