import { error } from '@sveltejs/kit';
import type { MultiPolygon } from 'geojson';
import { NO_FILTER } from '#lib/domain/places/filter.ts';
import { slugOf } from '#lib/domain/territory/slug.ts';
import { isoDay } from '#lib/format/date.ts';
import { exports as words } from '#lib/messages/exports.ts';
import { zones } from '#lib/messages/zones.ts';
import { appDatabase } from '#lib/server/app.ts';
import { exportResponse, isExportFormat } from '#lib/server/export/export-response.ts';
import { readZoneOutlines } from '#lib/server/queries/zones.ts';
import { neighbourhoodsTable } from '#lib/server/zones/neighbourhoods-table.ts';
import { zonesAnswer } from '#lib/server/zones/zone-help.ts';
import { locate } from '../locate.server.ts';
import type { RequestHandler } from './$types';

/** The priority neighbourhoods of a territory as a file, with the places of help around each. */
export const GET: RequestHandler = async ({ params, url }) => {
  const { format, slug } = params;
  if (!isExportFormat(format)) error(404, words.unknownFormat(format.slice(0, 40)));
  const { data, territory } = await locate(slug, url, `/quartiers.${format}`);
  const answer = await zonesAnswer(appDatabase(), data, territory, NO_FILTER);
  if (answer === null) error(404, zones.missing);
  if (answer.zones.length === 0) error(404, zones.file.none);
  return exportResponse(neighbourhoodsTable(data, territory, answer, isoDay(new Date())), {
    format,
    what: `quartiers-prioritaires-${slugOf(territory.level, territory.code)}`,
    outlines: async () => {
      const codes = answer.zones.map(({ zone }) => zone.code);
      const outlines = await readZoneOutlines(appDatabase(), 'qpv', codes);
      return new Map(
        [...outlines].map(([code, coordinates]) => [
          code,
          { type: 'MultiPolygon', coordinates } as unknown as MultiPolygon,
        ]),
      );
    },
  });
};
