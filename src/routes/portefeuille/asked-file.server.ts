import { error } from '@sveltejs/kit';
import { isoDay } from '#lib/format/date.ts';
import { exports as exportWords } from '#lib/messages/exports.ts';
import { portefeuille } from '#lib/messages/portefeuille.ts';
import type { ExportTable } from '#lib/server/export/table-export.ts';
import { exportResponse } from '#lib/server/export/export-response.ts';
import { loadedSources } from '#lib/server/export/loaded-sources.ts';
import { askPortfolio, type AskedPortfolio } from './asked-portfolio.server.ts';
import { isPortfolioFormat } from './formats.ts';
import { perimeterName } from './perimeter-name.server.ts';
import { SOURCES } from './sources.ts';

const words = portefeuille.export;

/** What a table of the portfolio holds beside what is said of every one. */
export type PortfolioTable = Pick<ExportTable, 'title' | 'columns' | 'rows' | 'notes'>;

/** Answers with a table of the portfolio as a file: of what who asks may read, and of nothing else. */
export async function portfolioFile(
  event: Parameters<typeof askPortfolio>[0] & { params: { format: string } },
  what: string,
  tableOf: (asked: AskedPortfolio) => PortfolioTable,
): Promise<Response> {
  const { format } = event.params;
  const asked = await askPortfolio(event);
  if (!isPortfolioFormat(format)) error(404, exportWords.unknownFormat(format.slice(0, 40)));
  const table = tableOf(asked);
  return exportResponse(
    {
      ...table,
      date: isoDay(new Date()),
      notes: [filterNote(asked), words.written, ...table.notes, ...asked.notices],
      sources: loadedSources(asked.data, SOURCES),
    },
    { format, what, outlines: async () => Promise.resolve(new Map()) },
  );
}

function filterNote({ data, filter }: AskedPortfolio): string {
  const { funder, territory, from, to } = filter;
  const years =
    from === null && to === null ? words.everything : words.years(String(from ?? '…'), String(to ?? '…'));
  return words.filters(
    funder || words.everything,
    territory === '' ? words.everything : perimeterName(data, territory),
    years,
  );
}
