import { error } from '@sveltejs/kit';
import { carteImage } from '#lib/messages/carte-image.ts';
import { currentData } from '#lib/server/app.ts';
import { answerDrawn } from '#lib/server/drawings.ts';
import { compressedResponse } from '#lib/server/http/compressed.ts';
import { tagOf } from '#lib/server/http/etag.ts';
import { mapSvg } from '#lib/server/map-view/map-svg.ts';
import { remember } from '#lib/server/queries/memo.ts';
import { readMapView } from '#lib/view/read-map-view.ts';
import { drawnKey, drawnView } from '../drawn-view.server.ts';
import type { RequestHandler } from './$types';

/** Images kept in memory. */
const KEPT = 24;

/** The drawing alone of an embedded map: its page holds title, legend and sources. */
export const GET: RequestHandler = (event) => answerDrawn(() => imageOf(event));

async function imageOf(event: Parameters<RequestHandler>[0]): Promise<Response> {
  const { url, request } = event;
  const data = await currentData();
  const { view } = readMapView(url.searchParams);
  const key = drawnKey(view);
  const draw = () =>
    remember(
      data,
      'framed-image',
      key,
      async () => {
        const drawn = await drawnView(event, data, view);
        return drawn && mapSvg(drawn.figure);
      },
      KEPT,
    );
  const bytes = async () => (await draw()) ?? error(404, carteImage.none);
  return compressedResponse(request, bytes, {
    type: 'image/svg+xml; charset=utf-8',
    cacheControl: 'public, max-age=300',
    etag: tagOf(['cadre', data.revision, key]),
  });
}
