import { currentData } from '#lib/server/app.ts';
import { remember } from '#lib/server/queries/memo.ts';
import { readJudging } from '../judging.server.ts';
import type { PageServerLoad } from './$types';
import { qualityTables } from './quality-tables.server.ts';

/** What the records of places are worth on a day (`?date=`), everywhere or in a territory (`?dans=`). */
export const load: PageServerLoad = async ({ url }) => {
  const data = await currentData();
  const { territory, key, on, page } = readJudging(data, url.searchParams);
  return {
    ...page,
    ...remember(data, 'place-quality', `${page.territory?.slug}/${key}`, () =>
      qualityTables(data, territory, on()),
    ),
  };
};
