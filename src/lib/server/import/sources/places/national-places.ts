import { basename } from 'node:path';
import { z } from 'zod';
import type { SourceId } from '../../../../domain/indicators/source.ts';
import { CommuneFinder } from '../../../../domain/places/locate.ts';
import type { Place } from '../../../../domain/places/place.ts';
import { fromSchema, versionOf } from '../../../../domain/places/schema/incoming-row.ts';
import type { SchemaContext } from '../../../../domain/places/schema/row-place.ts';
import { fromV0 } from '../../../../domain/places/schema/v0-row.ts';
import { textOf } from '../../../../domain/places/schema/row.ts';
import { normaliseName } from '../../../../domain/territory/search-text.ts';
import type { PlaceAdapter, Refusal } from '../../adapter.ts';
import { ImportError } from '../../import-error.ts';
import { ordinaryWeek } from '../../../places/ordinary-week.ts';
import { readUtf8 } from '../../read/read-file.ts';
import { DATA_INCLUSION_FILES, readDataInclusionFiles } from './data-inclusion-files.ts';
import { readNationalRecords, type NationalRecord } from './national-record.ts';

const text = z.string().optional();
const coordinate = z.number().optional();

/** A record of the national schema, v0: e-mail and telephone are not read. */
const record = z.object({
  id: z.string().min(1),
  nom: z.string().min(1),
  services: text,
  commune: z.string(),
  code_postal: z.string(),
  code_insee: text,
  adresse: z.string(),
  latitude: coordinate,
  longitude: coordinate,
  typologie: text,
  site_web: text,
  horaires: text,
  presentation_resume: text,
  presentation_detail: text,
  pivot: text,
  complement_adresse: text,
  date_maj: text,
  publics_accueillis: text,
  conditions_acces: text,
  conditions_access: text,
  labels_nationaux: text,
  modalites_accompagnement: text,
  prise_rdv: text,
});

/** A place, or why the record is none, in French. */
type Read = { place: Place } | { reason: string };

/**
 * The two files of the national cartography, in v0 as in the mirror, or in v1.0.2 as they are published
 * today, JSON or CSV; records of one id of one producer are one place.
 */
function nationalPlaces(id: SourceId, name: string): PlaceAdapter {
  return {
    id,
    kind: 'places',
    files: [name],
    revision: 4,
    async read([path = ''], territories) {
      const file = basename(path);
      const records = readNationalRecords(await readUtf8(path), file).map(withOwnId);
      const context = { source: id, finder: new CommuneFinder(territories) };
      const versions = records.map(({ row }) => versionOf(row));
      // A record too bare to say is of the version of the others.
      const usual = versions.includes('v1') ? 'v1' : 'v0';
      const places: Place[] = [];
      const refused: Refusal[] = [];
      records.forEach((one, at) => {
        const read = (versions[at] ?? usual) === 'v1' ? readV1(one, context) : readV0(one, context);
        if ('place' in read) places.push(withWeek(read.place));
        else refused.push({ line: one.line, code: null, reason: `${one.where}, ${read.reason}` });
      });
      if (places.length === 0) {
        throw new ImportError('aucune fiche ne suit le schéma national', {
          file,
          line: 1,
          expected: 'des fiches avec id, nom, commune, code_postal et adresse',
        });
      }
      return { places, rowsRead: records.length, refused };
    },
  };
}

/** Digits too few to be a SIRET: a producer's own number, which another producer gives to another place. */
const BARE_NUMBER = /^\d{1,8}$/;

/** A file gathers the lists of several producers: a bare number tells a place only together with its producer. */
function withOwnId(record: NationalRecord): NationalRecord {
  const [id, producer] = [
    textOf(record.row, 'id'),
    normaliseName(textOf(record.row, 'source')).replaceAll(' ', '-'),
  ];
  return BARE_NUMBER.test(id) && producer !== ''
    ? { ...record, row: { ...record.row, id: `${producer}-${id}` } }
    : record;
}

const withWeek = (place: Place): Place =>
  place.hours === null ? place : { ...place, week: ordinaryWeek(place.hours) };

function readV0({ row }: NationalRecord, context: SchemaContext): Read {
  const parsed = record.safeParse(row);
  if (parsed.success) return { place: fromV0(parsed.data, context) };
  const issue = parsed.error.issues[0];
  return { reason: `champ « ${issue?.path.join('.')} » : ${issue?.message}` };
}

/** Numbers of a national file may be those of people: only a France services structure keeps its own. */
function readV1({ row }: NationalRecord, context: SchemaContext): Read {
  const reading = fromSchema(row, context);
  if (reading.kind === 'refused') return { reason: reading.refusals.map(({ reason }) => reason).join(' ') };
  const { place } = reading;
  return { place: place.kind === 'france-services' ? place : { ...place, phone: null } };
}

const v0DataInclusion = nationalPlaces(
  'lieux-data-inclusion',
  'lieux-mediation-numerique-data-inclusion_2023-02.json',
);

/** In the national schema as in the mirror, or the structures and services of data·inclusion v1. */
export const dataInclusionPlaces: PlaceAdapter = {
  ...v0DataInclusion,
  otherFiles: DATA_INCLUSION_FILES,
  read: (paths, territories) =>
    basename(paths[0] ?? '') === DATA_INCLUSION_FILES[0]
      ? readDataInclusionFiles(v0DataInclusion.id, paths, territories)
      : v0DataInclusion.read(paths, territories),
};

export const conseillerNumeriquePlaces = nationalPlaces(
  'lieux-conseiller-numerique',
  'lieux-mediation-numerique-conseiller-numerique_2022-12.json',
);
