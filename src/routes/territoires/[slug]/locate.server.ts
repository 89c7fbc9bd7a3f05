import { error, redirect } from '@sveltejs/kit';
import { territoire } from '#lib/messages/territoire.ts';
import { currentData } from '#lib/server/app.ts';
import { findTerritory } from '#lib/server/queries/find-territory.ts';
import type { Snapshot } from '#lib/server/queries/snapshot.ts';
import type { FormerCommune } from '#lib/domain/territory/territories.ts';
import type { Territory } from '#lib/domain/territory/territory.ts';

/** Parameter that remembers from which old commune an address came. */
export const FORMER = 'ancien';

/**
 * The territory of an address, or its redirection: the official spelling, or the commune that an old
 * one joined. `rest` is what follows the slug in the path. Throws a 404 in French otherwise.
 */
export async function locate(
  slug: string,
  url: URL,
  rest = '',
): Promise<{ data: Snapshot; territory: Territory }> {
  const data = await currentData();
  const found = findTerritory(data.territories, slug);
  if (found.kind === 'found') return { data, territory: found.territory };
  if (found.kind === 'unknown') error(404, territoire.unknown(slug.slice(0, 40)));
  const query = new URLSearchParams(url.search);
  if (found.kind === 'merged') query.set(FORMER, found.former);
  const search = query.size === 0 ? '' : `?${query}`;
  redirect(found.kind === 'merged' ? 302 : 308, `/territoires/${found.slug}${rest}${search}`);
}

/** The old commune named in the address, when it did join this one. */
export function formerOf(data: Snapshot, territory: Territory, url: URL): FormerCommune | null {
  const former = data.territories.former(url.searchParams.get(FORMER) ?? '');
  return former?.current === territory.code ? former : null;
}
