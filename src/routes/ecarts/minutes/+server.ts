import { error } from '@sveltejs/kit';
import { emptyColumn, setCell } from '#lib/domain/indicators/column.ts';
import { encodeColumn, roundColumn } from '#lib/domain/indicators/column-file.ts';
import { isoDay } from '#lib/format/date.ts';
import { ecarts } from '#lib/messages/ecarts.ts';
import { currentData } from '#lib/server/app.ts';
import { compressedResponse } from '#lib/server/http/compressed.ts';
import { tagOf } from '#lib/server/http/etag.ts';
import { gapsOf } from '#lib/server/queries/access/gaps.ts';
import { remember } from '#lib/server/queries/memo.ts';
import { readGapsView, writeGapsView } from '#lib/view/gaps-view.ts';
import type { RequestHandler } from './$types';

/** What stands for « no place that answers within what the source gives »: longer than any way that it tells. */
const NO_WAY = 9_999;

/** Minutes from each commune to the nearest place that answers, as a column file; absent where unknown. */
export const GET: RequestHandler = async ({ request, url }) => {
  const { view } = readGapsView(url.searchParams);
  const data = await currentData();
  const today = isoDay(new Date());
  const { unit, setting } = gapsOf(data, { ...view, unit: 'min' }, today);
  if (unit !== 'minutes') error(404, ecarts.notices.noTravel);
  const key = `${writeGapsView(view)}/${today}`;
  const bytes = remember(
    data,
    'minutes-file',
    key,
    () => {
      const column = emptyColumn(setting.people.length);
      for (let at = 0; at < column.values.length; at++) {
        const minutes = setting.costs[at] ?? Number.NaN;
        if (!Number.isNaN(minutes))
          setCell(column, at, { state: 'value', value: Math.min(NO_WAY, minutes), cover: 1, marks: [] });
      }
      return encodeColumn(roundColumn(column, 1));
    },
    16,
  );
  return compressedResponse(request, bytes, {
    type: 'application/octet-stream',
    cacheControl: 'private, max-age=0, must-revalidate',
    etag: tagOf(['minutes', data.revision, key]),
  });
};
