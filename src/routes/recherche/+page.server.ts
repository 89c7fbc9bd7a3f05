import { searchIndexOf } from '#lib/domain/territory/search.ts';
import { slugOf } from '#lib/domain/territory/slug.ts';
import { currentData } from '#lib/server/app.ts';
import type { PageServerLoad } from './$types';

const LIMIT = 50;
const MAX_LENGTH = 100;

/** The territories that a text designates; without one, every région and département to browse. */
export const load: PageServerLoad = async ({ url }) => {
  const { territories } = await currentData();
  const query = (url.searchParams.get('q') ?? '').trim().slice(0, MAX_LENGTH);
  const browse = (['region', 'departement'] as const).map((level) => ({
    level,
    territories: territories.all(level).map(({ code, name }) => ({ code, name, slug: slugOf(level, code) })),
  }));
  return {
    ownSearch: true,
    query,
    ...searchIndexOf(territories).search(query, LIMIT),
    browse: query === '' ? browse : [],
  };
};
