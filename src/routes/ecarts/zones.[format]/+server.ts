import { error } from '@sveltejs/kit';
import { ecarts } from '#lib/messages/ecarts.ts';
import { appDatabase } from '#lib/server/app.ts';
import { exportResponse } from '#lib/server/export/export-response.ts';
import { zoneOutlines } from '#lib/server/gaps/zone-outlines.ts';
import { zoneKey, zonesTable } from '#lib/server/gaps/zones-table.ts';
import { askedFile } from '../asked-file.server.ts';
import type { RequestHandler } from './$types';

/** Every zone of a question as a file, its parameters inside, its outline in GeoJSON. */
export const GET: RequestHandler = async ({ params, url }) => {
  const { format, data, view, report, file } = await askedFile(params.format, url);
  const zones = report.zones ?? error(404, ecarts.zones.missing);
  return exportResponse(zonesTable(data, view, report, zones, file), {
    format,
    what: 'zones',
    outlines: async () => {
      const outlines = await zoneOutlines(appDatabase(), data, zones);
      return new Map(
        outlines.flatMap((outline, rank) => (outline ? [[zoneKey(rank), outline] as const] : [])),
      );
    },
  });
};
