import { appDatabase } from '#lib/server/app.ts';
import { exportResponse } from '#lib/server/export/export-response.ts';
import { communesTable } from '#lib/server/gaps/communes-table.ts';
import { readOutlines } from '#lib/server/queries/outlines.ts';
import { askedFile } from '../asked-file.server.ts';
import type { RequestHandler } from './$types';

/** More territories than this leave with the coarser outlines. */
const FINE_LIMIT = 1_000;

/** Every commune of a question as a file, its parameters inside. */
export const GET: RequestHandler = async ({ params, url }) => {
  const { format, data, territory, report, file } = await askedFile(params.format, url);
  const communes = data.territories.communes(territory);
  const many = communes.length > FINE_LIMIT;
  return exportResponse(communesTable(data, report, file), {
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
