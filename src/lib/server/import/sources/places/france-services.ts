import {
  DispositifProgrammeNational,
  Frais,
  ModaliteAccompagnement,
  Service,
} from '@gouvfr-anct/lieux-de-mediation-numerique';
import { basename } from 'node:path';
import { CommuneFinder, positionOf } from '../../../../domain/places/locate.ts';
import { blankPlace, type Place } from '../../../../domain/places/place.ts';
import { weekToOsm } from '../../../../domain/places/week.ts';
import { formatIsoDate } from '../../../../format/date.ts';
import type { PlaceAdapter, Refusal } from '../../adapter.ts';
import { readCell } from '../../read/cells.ts';
import { ordinaryWeek } from '../../../places/ordinary-week.ts';
import { readUtf8 } from '../../read/read-file.ts';
import { readTable, type TableRow } from '../../read/read-table.ts';

const DAYS = ['h_lundi', 'h_mardi', 'h_mercredi', 'h_jeudi', 'h_vendredi', 'h_samedi'];
const COLUMNS = [
  'id_fs',
  'lib_fs',
  'adresse',
  'complement_adresse',
  'insee_com',
  'code_postal',
  'lib_com',
  'latitude',
  'longitude',
  'telephone',
  ...DAYS,
  'format_fs',
];

/** The rows carry no date: that of the file, in its name, stands for all. */
const NAMED = /^liste-fs-(\d{4})(\d{2})(\d{2})\.csv$/;
const ITINERANT = new Set(['Itinérante', 'Bus_équivalent']);

/** The list of France services structures: free, assisted help with administrative procedures. */
export const franceServices: PlaceAdapter = {
  id: 'france-services',
  kind: 'places',
  files: ['liste-fs-20240801.csv'],
  namedLike: NAMED,
  revision: 3,
  async read([path = ''], territories) {
    const file = basename(path);
    const rows = readTable(await readUtf8(path), file, { separator: ',', columns: COLUMNS });
    const finder = new CommuneFinder(territories);
    const places = new Map<string, Place>();
    const refused: Refusal[] = [];
    const [year = '', month = '', day = ''] = NAMED.exec(file)?.slice(1) ?? [];
    const updated = `${year}-${month}-${day}`;
    for (const row of rows) {
      const id = `fs-${row.get('id_fs').trim()}`;
      if (id === 'fs-' || places.has(id)) {
        refused.push({
          line: row.line,
          code: row.get('id_fs'),
          reason: id === 'fs-' ? 'structure sans identifiant' : 'identifiant en double',
        });
      } else places.set(id, { ...toPlace(row, id, file, finder), updated });
    }
    const edition = { label: formatIsoDate(updated), year };
    return { places: [...places.values()], rowsRead: rows.length, refused, edition };
  },
};

function toPlace(row: TableRow, id: string, file: string, finder: CommuneFinder): Place {
  const lat = readCell(row, 'latitude', file).value;
  const lon = readCell(row, 'longitude', file).value;
  const commune = finder.find({
    code: row.get('insee_com'),
    postcode: row.get('code_postal'),
    town: row.get('lib_com'),
    lat,
    lon,
  });
  const hours = weekToOsm(DAYS.map((day) => row.get(day)));
  const address = [row.get('adresse'), row.get('complement_adresse')].map(oneLine).filter(Boolean).join(', ');
  return {
    ...blankPlace(id, oneLine(row.get('lib_fs'))),
    kind: 'france-services',
    address,
    postcode: row.get('code_postal').trim(),
    town: oneLine(row.get('lib_com')),
    commune: commune?.code ?? null,
    ...positionOf(lat, lon, commune),
    typology: 'RFS',
    services: [Service.AideAuxDemarchesAdministratives],
    fees: [Frais.Gratuit],
    support: [ModaliteAccompagnement.AccompagnementIndividuel],
    programmes: [DispositifProgrammeNational.FranceServices],
    hours,
    week: hours === null ? null : ordinaryWeek(hours),
    phone: oneLine(row.get('telephone')) || null,
    itinerant: ITINERANT.has(row.get('format_fs').trim()),
    sources: ['france-services'],
  };
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
