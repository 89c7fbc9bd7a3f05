import { appDatabase } from '#lib/server/app.ts';
import { exportResponse } from '#lib/server/export/export-response.ts';
import { fileOutlines } from '#lib/server/export/file-outlines.ts';
import { communesTable } from '#lib/server/gaps/communes-table.ts';
import { askedFile } from '../asked-file.server.ts';
import type { RequestHandler } from './$types';

/** Every commune of a question as a file, its parameters inside. */
export const GET: RequestHandler = async ({ params, url }) => {
  const { format, data, territory, report, file } = await askedFile(params.format, url);
  const communes = data.territories.communes(territory);
  return exportResponse(communesTable(data, report, file), {
    format,
    what: 'ecarts',
    outlines: () => fileOutlines(appDatabase(), 'commune', communes),
  });
};
