import { error } from '@sveltejs/kit';
import { toDisplayPayload } from '#lib/domain/classify/display-payload.ts';
import { isMapLevel } from '#lib/domain/territory/level.ts';
import { carte } from '#lib/messages/carte.ts';
import { currentData } from '#lib/server/app.ts';
import { compressedResponse } from '#lib/server/http/compressed.ts';
import { isSameOrigin } from '#lib/server/http/same-origin.ts';
import { scoreClasses } from '#lib/server/queries/score-classes.ts';
import { scopeOf } from '#lib/server/queries/scope.ts';
import { readMapView } from '#lib/view/read-map-view.ts';
import type { RequestHandler } from './$types';

/**
 * The class of each territory for an index that takes figures that may be shown but not redistributed
 * (ADR 0004): never the scores. The index, its cut and its perimeter are those of the address; limits
 * of one's own are not taken, since they could single out a score.
 */
export const GET: RequestHandler = async ({ params, request, url }) => {
  if (!isSameOrigin(request, url.origin)) error(403, carte.display.restricted);
  if (!isMapLevel(params.level)) error(404, carte.columnFile.unknown);
  const data = await currentData();
  const { view } = readMapView(url.searchParams, 'index');
  const own = view.method === 'manual';
  const classification = scoreClasses(data, {
    recipe: view.index.recipe,
    level: params.level,
    estimates: view.estimates,
    members: scopeOf(data, view)?.perimeter ?? [],
    method: own ? 'quantile' : view.method,
    ...(!own && { classes: view.classes }),
  });
  const bytes = new TextEncoder().encode(JSON.stringify(toDisplayPayload(classification)));
  return compressedResponse(request, bytes, { type: 'application/json', cacheControl: 'no-store' });
};
