import { error } from '@sveltejs/kit';
import { isoDay } from '#lib/format/date.ts';
import { formatName } from '#lib/format/territory.ts';
import { ecarts } from '#lib/messages/ecarts.ts';
import { exports as words } from '#lib/messages/exports.ts';
import { currentData } from '#lib/server/app.ts';
import { isExportFormat } from '#lib/server/export/export-response.ts';
import { loadedSources } from '#lib/server/export/loaded-sources.ts';
import type { GapsFile } from '#lib/server/gaps/communes-table.ts';
import { askedTerritory } from '#lib/server/gaps/gaps-territory.ts';
import { gapsReport } from '#lib/server/gaps/report.ts';
import { gapsAddress, readGapsView } from '#lib/view/gaps-view.ts';

/** The question of a file, its answer, and what the file says beside its rows. Throws the error of a page for a format or a territory that is not there. */
export async function askedFile(name: string, url: URL) {
  const format = isExportFormat(name) ? name : error(404, words.unknownFormat(name.slice(0, 40)));
  const data = await currentData();
  const { view } = readGapsView(url.searchParams);
  const territory = askedTerritory(data, view.within).territory ?? error(404, ecarts.empty.places);
  const date = isoDay(new Date());
  const report = gapsReport(data, view, territory, date);
  const file: GapsFile = {
    date,
    where: formatName(territory),
    address: gapsAddress(view),
    sources: loadedSources(data, report.finding.sources),
  };
  return { format, data, view, territory, report, file };
}
