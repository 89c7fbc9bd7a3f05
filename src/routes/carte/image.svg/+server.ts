import { error } from '@sveltejs/kit';
import { render } from 'svelte/server';
import MapSheet from '#lib/charts/MapSheet.svelte';
import { formatDate, isoDay } from '#lib/format/date.ts';
import { exportFileName } from '#lib/format/file-name.ts';
import { carteImage } from '#lib/messages/carte-image.ts';
import { appDatabase, currentData } from '#lib/server/app.ts';
import { answerDrawn, drawInTurn } from '#lib/server/drawings.ts';
import { compressedResponse } from '#lib/server/http/compressed.ts';
import { tagOf } from '#lib/server/http/etag.ts';
import { remember } from '#lib/server/queries/memo.ts';
import { DEFAULT_TABLE, type MapView } from '#lib/view/map-view.ts';
import { readMapView } from '#lib/view/read-map-view.ts';
import { writeMapView } from '#lib/view/write-map-view.ts';
import { drawView } from '#lib/server/map-view/draw-view.ts';
import type { RequestHandler } from './$types';

const HEADER = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** Images kept in memory: a country by commune weighs a few megabytes. */
const KEPT = 24;

/** Parameter by which the image is kept as a file rather than shown. */
const KEEP = 'telecharger';

/** What a view shows, for a file's name. */
const subjectOf = ({ layer, indicator, index }: MapView): string => {
  if (layer === 'indicator') return indicator;
  return layer === 'distance' ? layer : `indice-${index.name || index.preset}`;
};

/**
 * The view of an address as an image: where there is no WebGL, and for paper. Written by the
 * components of the pages, which escape every name.
 */
export const GET: RequestHandler = (event) => answerDrawn(() => imageOf(event));

async function imageOf(event: Parameters<RequestHandler>[0]): Promise<Response> {
  const { url, request } = event;
  const data = await currentData();
  const { view } = readMapView(url.searchParams);
  const drawn = { ...view, camera: null, table: DEFAULT_TABLE };
  const now = new Date();
  const date = formatDate(now);
  const key = `${writeMapView(drawn)}#${date}`;
  const draw = () =>
    remember(
      data,
      'map-image',
      key,
      () =>
        drawInTurn(event, async () => {
          const sheet = await drawView(data, appDatabase(), drawn, date);
          return sheet && new TextEncoder().encode(HEADER + render(MapSheet, { props: sheet }).body);
        }),
      KEPT,
    );
  const bytes = async () => (await draw()) ?? error(404, carteImage.none);
  const response = await compressedResponse(request, bytes, {
    type: 'image/svg+xml; charset=utf-8',
    cacheControl: 'public, max-age=300',
    etag: tagOf(['carte', data.revision, key]),
  });
  if (url.searchParams.has(KEEP)) {
    const name = exportFileName(`carte-${subjectOf(view)}-${view.territory ?? ''}`, isoDay(now), 'svg');
    response.headers.set('content-disposition', `attachment; filename="${name}"`);
  }
  return response;
}
