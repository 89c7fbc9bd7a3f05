import { error, redirect } from '@sveltejs/kit';
import type { Place } from '#lib/domain/places/place.ts';
import type { Territory } from '#lib/domain/territory/territory.ts';
import { slugOf } from '#lib/domain/territory/slug.ts';
import { isoDay } from '#lib/format/date.ts';
import { exportFileName } from '#lib/format/file-name.ts';
import { formatName } from '#lib/format/territory.ts';
import { lieuxExport as words } from '#lib/messages/lieux-export.ts';
import { territoire } from '#lib/messages/territoire.ts';
import { currentData } from '#lib/server/app.ts';
import { attachment } from '#lib/server/export/attachment.ts';
import { exportResponse, isExportFormat } from '#lib/server/export/export-response.ts';
import { leavingLists } from '#lib/server/export/leaving-lists.ts';
import { nationalFile, writeNationalCsv, writeNationalJson } from '#lib/server/export/national-schema.ts';
import { OpenPlaces } from '#lib/server/export/open-places.ts';
import { placeGeometries, placesTable } from '#lib/server/export/places-table.ts';
import { findTerritory } from '#lib/server/queries/find-territory.ts';
import type { Snapshot } from '#lib/server/queries/snapshot.ts';
import type { RequestHandler } from './$types';

/** Holds the files to the communes of a territory. */
const WITHIN = 'dans';

/** How many places are not in a file of the national schema, which has no room to say it. */
const LEFT_OUT = 'x-maillage-left-out';

/**
 * The places that may leave, as a file: CSV and JSON in the national schema v1.0.2, GeoJSON and XLSX as a
 * table with its notes. `?dans=` holds them to the communes of a territory.
 */
export const GET: RequestHandler = async ({ params: { format }, url }) => {
  if (format !== 'json' && !isExportFormat(format)) error(404, words.unknownFormat(format.slice(0, 40)));
  const data = await currentData();
  const territory = territoryOf(data, url);
  const open = OpenPlaces.of(placesIn(data, territory), leavingLists(data, undefined));
  const date = isoDay(new Date());
  const what = territory === null ? 'lieux' : `lieux-${slugOf(territory.level, territory.code)}`;
  if (format === 'csv' || format === 'json')
    return nationalResponse(open, format, exportFileName(what, date, format));
  const title = territory === null ? words.title : words.titleWithin(formatName(territory));
  return exportResponse(placesTable(data, open, { title, date }), {
    format,
    what,
    outlines: () => Promise.resolve(placeGeometries(open)),
  });
};

async function nationalResponse(open: OpenPlaces, format: 'csv' | 'json', name: string): Promise<Response> {
  const file = await nationalFile(open);
  const response =
    format === 'csv'
      ? attachment(writeNationalCsv(file), { type: 'text/csv; charset=utf-8', name })
      : attachment(writeNationalJson(file), { type: 'application/json; charset=utf-8', name });
  response.headers.set(LEFT_OUT, String(open.leftOut + open.places.length - file.written));
  return response;
}

/** The territory that the address names; `null`: no limit. Redirects to its official spelling. */
function territoryOf({ territories }: Snapshot, url: URL): Territory | null {
  const slug = url.searchParams.get(WITHIN);
  if (slug === null || slug === '') return null;
  const found = findTerritory(territories, slug);
  if (found.kind === 'unknown') error(404, territoire.unknown(slug.slice(0, 40)));
  if (found.kind !== 'found')
    redirect(found.kind === 'merged' ? 302 : 308, `${url.pathname}?${WITHIN}=${found.slug}`);
  if (found.territory.level === 'arrondissement') error(404, words.byCommune);
  return found.territory;
}

function placesIn({ places, territories }: Snapshot, territory: Territory | null): readonly Place[] {
  if (territory === null) return places;
  const communes = new Set(territories.communes(territory).map(({ code }) => code));
  return places.filter(({ commune }) => commune !== null && communes.has(commune));
}
