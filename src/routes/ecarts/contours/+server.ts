import type { FeatureCollection, MultiPolygon, Point } from 'geojson';
import { error } from '@sveltejs/kit';
import { isoDay } from '#lib/format/date.ts';
import { slugOf } from '#lib/domain/territory/slug.ts';
import { labelPoint } from '#lib/geo/merge-outlines.ts';
import { ecarts } from '#lib/messages/ecarts.ts';
import { appDatabase, currentData } from '#lib/server/app.ts';
import { askedTerritory } from '#lib/server/gaps/gaps-territory.ts';
import { SHOWN_ZONES } from '#lib/server/gaps/shown-zones.ts';
import { zoneOutlines } from '#lib/server/gaps/zone-outlines.ts';
import { compressedResponse } from '#lib/server/http/compressed.ts';
import { tagOf } from '#lib/server/http/etag.ts';
import { gapsOf, zonesWithin } from '#lib/server/queries/access/gaps.ts';
import { remember } from '#lib/server/queries/memo.ts';
import { readGapsView, writeGapsView } from '#lib/view/gaps-view.ts';
import type { RequestHandler } from './$types';

/** The outlines of the zones that the page describes, and a point in each for its number, for the map. */
export const GET: RequestHandler = async ({ request, url }) => {
  const { view } = readGapsView(url.searchParams);
  const data = await currentData();
  const { territory } = askedTerritory(data, view.within);
  if (!territory) error(404, ecarts.empty.places);
  const today = isoDay(new Date());
  const key = `${writeGapsView({ ...view, measure: 'people' })}/${today}`;
  const bytes = await remember(
    data,
    'zone-outlines',
    key,
    async () => {
      const zones = (zonesWithin(data, gapsOf(data, view, today), territory) ?? []).slice(0, SHOWN_ZONES);
      const outlines = await zoneOutlines(appDatabase(), data, zones);
      const all = data.territories.all('commune');
      const collection: FeatureCollection<MultiPolygon | Point> = {
        type: 'FeatureCollection',
        features: outlines.flatMap((geometry, at) => {
          const main = all[zones[at]?.communes[0] ?? -1];
          if (!geometry || !main) return [];
          const properties = { rank: at + 1, slug: slugOf('commune', main.code) };
          const label: Point = { type: 'Point', coordinates: labelPoint(geometry) };
          return [
            { type: 'Feature' as const, properties, geometry },
            { type: 'Feature' as const, properties, geometry: label },
          ];
        }),
      };
      return new TextEncoder().encode(JSON.stringify(collection));
    },
    16,
  );
  return compressedResponse(request, bytes, {
    type: 'application/geo+json; charset=utf-8',
    cacheControl: 'private, max-age=0, must-revalidate',
    etag: tagOf(['contours', data.revision, key]),
  });
};
