import { catalogueKey } from '#lib/domain/indicators/catalogue-in-use.ts';
import { levelsOf } from '#lib/live/index-scores.svelte.ts';
import { formatName } from '#lib/format/territory.ts';
import { MAP_LEVELS } from '#lib/domain/territory/level.ts';
import { slugOf } from '#lib/domain/territory/slug.ts';
import { currentData } from '#lib/server/app.ts';
import { territoryIndexFile } from '#lib/server/columns/territory-index.ts';
import { loadedColumns } from '#lib/server/queries/loaded-columns.ts';
import { remember } from '#lib/server/queries/memo.ts';
import { scopeOf } from '#lib/server/queries/scope.ts';
import { readMapView } from '#lib/view/read-map-view.ts';
import type { PageServerLoad } from './$types';
import { rankedLevel } from './ranked-level.ts';
import { readRanking } from './ranking.server.ts';

/** A ranking, and what the browser needs to rank again when a weight moves. */
export const load: PageServerLoad = async ({ url }) => {
  const data = await currentData();
  const { view } = readMapView(url.searchParams, 'index');
  const names = remember(data, 'names', catalogueKey(), () => ({
    index: Object.fromEntries(
      MAP_LEVELS.map((level) => [level, territoryIndexFile(data.territories, level).hash]),
    ),
    columns: loadedColumns(data),
  }));
  const level = rankedLevel(view, levelsOf(view.index.recipe, names));
  const scope = scopeOf(data, view);
  const choices = (of: 'region' | 'departement') =>
    remember(data, 'scope-choices', of, () =>
      data.territories
        .all(of)
        .filter(({ zone }) => zone !== 'com')
        .map((territory) => ({ slug: slugOf(of, territory.code), name: territory.name })),
    );
  return {
    names,
    demonstration: data.demonstration,
    scope: scope && {
      name: scope.territory && formatName(scope.territory),
      perimeter: scope.perimeter,
      members: level === null ? [] : scope.members[level],
      unknown: scope.unknown,
    },
    regions: choices('region'),
    departements: choices('departement'),
    first: level === null ? null : readRanking(data, view, level, scope),
  };
};
