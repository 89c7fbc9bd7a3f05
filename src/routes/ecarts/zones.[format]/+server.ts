import { error } from '@sveltejs/kit';
import { isoDay } from '#lib/format/date.ts';
import { formatName } from '#lib/format/territory.ts';
import { ecarts } from '#lib/messages/ecarts.ts';
import { exports as words } from '#lib/messages/exports.ts';
import { appDatabase, currentData } from '#lib/server/app.ts';
import { exportResponse, isExportFormat } from '#lib/server/export/export-response.ts';
import { loadedSources } from '#lib/server/export/loaded-sources.ts';
import { askedTerritory } from '#lib/server/gaps/gaps-territory.ts';
import { gapsReport } from '#lib/server/gaps/report.ts';
import { zoneOutlines } from '#lib/server/gaps/zone-outlines.ts';
import { zoneKey, zonesTable } from '#lib/server/gaps/zones-table.ts';
import { gapsAddress, readGapsView } from '#lib/view/gaps-view.ts';
import type { RequestHandler } from './$types';

/** Every zone of a question as a file, its parameters inside, its outline in GeoJSON. */
export const GET: RequestHandler = async ({ params: { format }, url }) => {
  if (!isExportFormat(format)) error(404, words.unknownFormat(format.slice(0, 40)));
  const data = await currentData();
  const { view } = readGapsView(url.searchParams);
  const { territory } = askedTerritory(data, view.within);
  if (!territory) error(404, ecarts.empty.places);
  const today = isoDay(new Date());
  const report = gapsReport(data, view, territory, today);
  const { zones } = report;
  if (!zones) error(404, ecarts.zones.missing);
  const table = zonesTable(data, view, report, zones, {
    date: today,
    where: formatName(territory),
    address: gapsAddress(view),
    sources: loadedSources(data, report.finding.sources),
  });
  return exportResponse(table, {
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
