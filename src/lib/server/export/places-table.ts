import type { Point } from 'geojson';
import { isSourceId, type SourceId } from '../../domain/indicators/source.ts';
import { PLACE_KIND_LABELS, type Place } from '../../domain/places/place.ts';
import { toSchema } from '../../domain/places/schema/outgoing-row.ts';
import { lieuxExport as words } from '../../messages/lieux-export.ts';
import type { Snapshot } from '../queries/snapshot.ts';
import { column } from './export-column.ts';
import { loadedSources } from './loaded-sources.ts';
import type { OpenPlaces } from './open-places.ts';
import type { ExportCell, ExportColumn, ExportKind, ExportTable } from './table-export.ts';

const { columns: names } = words;

/** Decimals of a degree that a spreadsheet shows: about a metre. */
const DEGREE_DECIMALS = 5;

interface Found {
  column: ExportColumn;
  cell: (place: Place) => ExportCell;
}

const found = (
  key: Exclude<keyof typeof names, 'degrees'>,
  kind: ExportKind,
  cell: (place: Place) => ExportCell,
): Found => ({
  // Without a source: what may not leave is already out, and places have several each.
  column: column(key, names[key], {
    kind,
    ...(kind === 'number' && { unit: names.degrees, decimals: DEGREE_DECIMALS }),
  }),
  cell,
});

const listed = (list: readonly string[]): string | null => list.join(' ; ') || null;

const COLUMNS: readonly Found[] = [
  found('id', 'code', ({ id }) => id),
  found('nom', 'text', ({ name }) => name),
  found('genre', 'text', ({ kind }) => PLACE_KIND_LABELS[kind]),
  found('structure', 'text', ({ structure }) => structure),
  found('adresse', 'text', ({ address }) => address || null),
  found('complement', 'text', ({ addressExtra }) => addressExtra),
  found('code_postal', 'code', ({ postcode }) => postcode || null),
  found('commune', 'text', ({ town }) => town || null),
  found('code_insee', 'code', ({ commune }) => commune),
  found('latitude', 'number', ({ lat }) => lat),
  found('longitude', 'number', ({ lon }) => lon),
  found('position', 'text', ({ position }) => words.position[position]),
  found('services', 'text', ({ services }) => listed(services)),
  found('publics', 'text', ({ publics }) => listed(publics)),
  found('prise_en_charge', 'text', ({ specificCare }) => listed(specificCare)),
  found('frais', 'text', ({ fees }) => listed(fees)),
  found('accompagnement', 'text', ({ support }) => listed(support)),
  found('acces', 'text', ({ accessModes }) => listed(accessModes)),
  found('programmes', 'text', ({ programmes }) => listed(programmes)),
  found('labels', 'text', ({ labels, otherLabels }) => listed([...labels, ...otherLabels])),
  found('horaires', 'text', ({ hours }) => hours),
  found('itinerant', 'text', ({ itinerant }) => (itinerant ? words.yes : null)),
  found('telephone', 'text', ({ phone }) => phone),
  found('site_web', 'text', ({ website }) => website),
  found('prise_rdv', 'text', ({ bookingUrl }) => bookingUrl),
  found('date_maj', 'text', ({ updated }) => updated),
  found('sources', 'text', (place) => toSchema(place).source || null),
];

export interface PlacesTableRequest {
  title: string;
  /** ISO day. */
  date: string;
}

/** Places that may leave as a table, one a row, with what is left out in its notes. */
export function placesTable(
  data: Pick<Snapshot, 'versions'>,
  { places, notes }: OpenPlaces,
  { title, date }: PlacesTableRequest,
): ExportTable {
  const used = new Set<SourceId>(places.flatMap(({ sources }) => sources.filter(isSourceId)));
  return {
    title,
    date,
    columns: COLUMNS.map(({ column }) => column),
    rows: function* () {
      for (const place of places) yield { id: place.id, cells: COLUMNS.map(({ cell }) => cell(place)) };
    },
    notes: [...notes, words.phones, words.positions, words.empty],
    sources: loadedSources(data, used),
  };
}

/** Where places stand, by id, for GeoJSON; a place without a position has none. */
export const placeGeometries = ({ places }: OpenPlaces): Map<string, Point> =>
  new Map(
    places.flatMap(({ id, lat, lon }) =>
      lat === null || lon === null ? [] : [[id, { type: 'Point', coordinates: [lon, lat] }] as const],
    ),
  );
