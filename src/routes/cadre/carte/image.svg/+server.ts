import { error } from '@sveltejs/kit';
import { render } from 'svelte/server';
import MapBody from '#lib/charts/MapBody.svelte';
import MapPatterns from '#lib/charts/MapPatterns.svelte';
import type { MapFigure } from '#lib/charts/map-figure.ts';
import { carteImage } from '#lib/messages/carte-image.ts';
import { currentData } from '#lib/server/app.ts';
import { answerDrawn } from '#lib/server/drawings.ts';
import { compressedResponse } from '#lib/server/http/compressed.ts';
import { remember } from '#lib/server/queries/memo.ts';
import { mapInk } from '#lib/styles/ramps.ts';
import { readMapView } from '#lib/view/read-map-view.ts';
import { drawnKey, drawnView } from '../drawn-view.server.ts';
import type { RequestHandler } from './$types';

const PREFIX = 'carte';

/** Images kept in memory. */
const KEPT = 24;

/** Written by the components of the pages, which escape every name; on paper in both themes. */
function writeSvg(figure: MapFigure): string {
  const patterns = render(MapPatterns, { props: { prefix: PREFIX } }).body;
  const body = render(MapBody, { props: { figure, prefix: PREFIX } }).body;
  const paper = `<rect width="100%" height="100%" fill="${mapInk.labelHalo}"/>`;
  const box = `0 0 ${figure.width} ${figure.height}`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${box}" font-family="sans-serif">${paper}${patterns}${body}</svg>`;
}

/** The drawing alone of an embedded map: its page holds title, legend and sources. */
export const GET: RequestHandler = (event) => answerDrawn(() => imageOf(event));

async function imageOf(event: Parameters<RequestHandler>[0]): Promise<Response> {
  const { url, request } = event;
  const data = await currentData();
  const { view } = readMapView(url.searchParams);
  const key = drawnKey(view);
  const bytes = await remember(
    data,
    'framed-image',
    key,
    async () => {
      const drawn = await drawnView(event, data, view);
      return drawn && new TextEncoder().encode(writeSvg(drawn.figure));
    },
    KEPT,
  );
  if (!bytes) error(404, carteImage.none);
  return compressedResponse(request, bytes, {
    type: 'image/svg+xml; charset=utf-8',
    cacheControl: 'public, max-age=300',
    etag: `${data.revision}-${Buffer.from(key).toString('base64url')}`,
  });
}
