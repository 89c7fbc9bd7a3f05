import { communeFields, communeRows } from '#lib/server/export/commune-export.ts';
import { csvText } from '#lib/server/export/csv.ts';
import { locate } from '../../locate.server.ts';
import { readPlaceChoice } from '../place-choice.server.ts';
import type { RequestHandler } from './$types';

/** The communes of a territory as a French CSV, without any source that may not be redistributed. */
export const GET: RequestHandler = async ({ params, url }) => {
  const { data, territory } = await locate(params.slug, url, '/diagnostic/communes.csv');
  const fields = await communeFields(data, readPlaceChoice(url).filter);
  return new Response(csvText(communeRows(fields, data.territories.communes(territory))), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="maillage-communes-${params.slug}.csv"`,
      'x-content-type-options': 'nosniff',
    },
  });
};
