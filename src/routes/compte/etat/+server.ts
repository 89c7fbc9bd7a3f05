import { json } from '@sveltejs/kit';
import { visitorOf } from '#lib/server/guard.ts';
import type { RequestHandler } from './$types';

/** Who is signed in, for the frame of pages that are the same for everybody; `null` for nobody. */
export const GET: RequestHandler = async (event) => {
  const visitor = await visitorOf(event);
  return json(
    visitor.kind === 'member'
      ? { name: visitor.name, organisation: visitor.organisation?.name ?? null }
      : null,
    { headers: { 'cache-control': 'private, no-store' } },
  );
};
