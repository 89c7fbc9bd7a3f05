import { error } from '@sveltejs/kit';
import { groupOfWord } from '#lib/domain/access/gaps/group.ts';
import { encodeColumn, roundColumn } from '#lib/domain/indicators/column-file.ts';
import { ecarts } from '#lib/messages/ecarts.ts';
import { currentData } from '#lib/server/app.ts';
import { compressedResponse } from '#lib/server/http/compressed.ts';
import { tagOf } from '#lib/server/http/etag.ts';
import { remember } from '#lib/server/queries/memo.ts';
import { groupColumn } from '#lib/server/queries/access/need-groups.ts';
import { GAPS_PARAMETERS } from '#lib/view/gaps-view.ts';
import type { RequestHandler } from './$types';

/** People of a group in each commune, as a column file. */
export const GET: RequestHandler = async ({ request, url }) => {
  const group = groupOfWord(url.searchParams.get(GAPS_PARAMETERS.group) ?? '');
  const data = await currentData();
  const column = group && groupColumn(data, group);
  if (!group || !column) error(404, ecarts.empty.group);
  const bytes = remember(data, 'need-group-file', group.word, () => encodeColumn(roundColumn(column, 1)));
  return compressedResponse(request, bytes, {
    type: 'application/octet-stream',
    cacheControl: 'private, max-age=0, must-revalidate',
    etag: tagOf(['groupe', data.revision, group.word]),
  });
};
