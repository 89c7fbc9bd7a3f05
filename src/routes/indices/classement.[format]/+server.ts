import { error } from '@sveltejs/kit';
import { indexLabel } from '#lib/composer/index-words.ts';
import { levelsOf } from '#lib/live/index-scores.svelte.ts';
import { isoDay } from '#lib/format/date.ts';
import { exports as words } from '#lib/messages/exports.ts';
import { indices } from '#lib/messages/indices.ts';
import { appDatabase, currentData } from '#lib/server/app.ts';
import { exportResponse, isExportFormat } from '#lib/server/export/export-response.ts';
import { rankingTable } from '#lib/server/export/ranking-export.ts';
import { loadedColumns } from '#lib/server/queries/loaded-columns.ts';
import { readOutlines } from '#lib/server/queries/outlines.ts';
import { scopeOf } from '#lib/server/queries/scope.ts';
import { readMapView } from '#lib/view/read-map-view.ts';
import { isRestricted } from '#lib/domain/need/recipe.ts';
import { rankedLevel } from '../ranked-level.ts';
import { readRankedTerritories } from '../ranked-territories.server.ts';
import type { RequestHandler } from './$types';

/** More territories than this leave with the coarser outlines. */
const FINE_LIMIT = 1_000;

/** The whole ranking of an address as a file; an index with a source that may not be redistributed has none. */
export const GET: RequestHandler = async ({ params: { format }, url }) => {
  if (!isExportFormat(format)) error(404, words.unknownFormat(format.slice(0, 40)));
  const data = await currentData();
  const { view } = readMapView(url.searchParams, 'index');
  const { recipe } = view.index;
  if (isRestricted(recipe)) error(403, indices.ranking.restricted);
  const level = rankedLevel(view, levelsOf(recipe, { index: {}, columns: loadedColumns(data) }));
  if (level === null) error(404, indices.ranking.noScores);
  const scope = scopeOf(data, view);
  const ranking = await readRankedTerritories(data, view, level, scope);
  const many = ranking.rows.length > FINE_LIMIT;
  const table = rankingTable({ ...ranking, title: indexLabel(view.index), date: isoDay(new Date()), level });
  return exportResponse(table, {
    format,
    what: 'classement',
    outlines: () =>
      readOutlines(
        appDatabase(),
        level,
        many ? 'national' : 'local',
        many ? undefined : ranking.rows.map(({ code }) => code),
      ),
  });
};
