import { error } from '@sveltejs/kit';
import { isoDay } from '#lib/format/date.ts';
import { formatName } from '#lib/format/territory.ts';
import { ecarts } from '#lib/messages/ecarts.ts';
import { exports as words } from '#lib/messages/exports.ts';
import { appDatabase, currentData } from '#lib/server/app.ts';
import { exportResponse, isExportFormat } from '#lib/server/export/export-response.ts';
import { loadedSources } from '#lib/server/export/loaded-sources.ts';
import { communesTable } from '#lib/server/gaps/communes-table.ts';
import { askedTerritory } from '#lib/server/gaps/gaps-territory.ts';
import { gapsReport } from '#lib/server/gaps/report.ts';
import { readOutlines } from '#lib/server/queries/outlines.ts';
import { gapsAddress, readGapsView } from '#lib/view/gaps-view.ts';
import type { RequestHandler } from './$types';

/** More territories than this leave with the coarser outlines. */
const FINE_LIMIT = 1_000;

/** Every commune of a question as a file, its parameters inside. */
export const GET: RequestHandler = async ({ params: { format }, url }) => {
  if (!isExportFormat(format)) error(404, words.unknownFormat(format.slice(0, 40)));
  const data = await currentData();
  const { view } = readGapsView(url.searchParams);
  const { territory } = askedTerritory(data, view.within);
  if (!territory) error(404, ecarts.empty.places);
  const today = isoDay(new Date());
  const report = gapsReport(data, view, territory, today);
  const table = communesTable(data, report, {
    date: today,
    where: formatName(territory),
    address: gapsAddress(view),
    sources: loadedSources(data, report.finding.sources),
  });
  const communes = data.territories.communes(territory);
  const many = communes.length > FINE_LIMIT;
  return exportResponse(table, {
    format,
    what: 'ecarts',
    outlines: () =>
      readOutlines(
        appDatabase(),
        'commune',
        many ? 'national' : 'local',
        many ? undefined : communes.map(({ code }) => code),
      ),
  });
};
