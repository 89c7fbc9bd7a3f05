import { json } from '@sveltejs/kit';
import { searchIndexOf } from '#lib/domain/territory/search.ts';
import { currentData } from '#lib/server/app.ts';
import type { Suggestion } from '#lib/ui/suggestion.ts';
import type { RequestHandler } from './$types';

const LIMIT = 8;
const MAX_LENGTH = 100;

/** The territories to offer while a person types, the best first. */
export const GET: RequestHandler = async ({ url }) => {
  const text = (url.searchParams.get('q') ?? '').slice(0, MAX_LENGTH);
  const { matches } = searchIndexOf((await currentData()).territories).search(text, LIMIT);
  const suggestions: Suggestion[] = matches.map(
    ({ slug, code, level, name, departement, departementCode, population }) => ({
      slug,
      code,
      level,
      name,
      departement,
      departementCode,
      population,
    }),
  );
  return json(suggestions, { headers: { 'cache-control': 'public, max-age=60' } });
};
