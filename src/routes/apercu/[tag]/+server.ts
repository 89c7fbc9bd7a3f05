import { error } from '@sveltejs/kit';
import { render } from 'svelte/server';
import { drawChoropleth, type Choropleth } from '#lib/charts/choropleth.ts';
import { fillOf } from '#lib/charts/fills.ts';
import MapLayers from '#lib/charts/MapLayers.svelte';
import MapPatterns from '#lib/charts/MapPatterns.svelte';
import { errors } from '#lib/messages/errors.ts';
import { dataTag } from '#lib/server/data-tag.ts';
import { appDatabase, currentData } from '#lib/server/app.ts';
import { compressedResponse } from '#lib/server/http/compressed.ts';
import { remember } from '#lib/server/queries/memo.ts';
import { readOutlines } from '#lib/server/queries/outlines.ts';
import { homePlate } from '#lib/server/queries/plate.ts';
import type { Snapshot } from '#lib/server/queries/snapshot.ts';
import { classColours } from '#lib/styles/class-colours.ts';
import type { RequestHandler } from './$types';

/** Drawn smaller than shown: fewer points, and lines still finer than a pixel. */
const WIDTH = 330;
const HEIGHT = 320;
const MARGIN = 4;

async function draw(data: Snapshot): Promise<Uint8Array<ArrayBuffer> | null> {
  const plate = await homePlate(data);
  if (!plate) return null;
  const [outlines, parents] = await Promise.all([
    readOutlines(appDatabase(), plate.level, 'national'),
    readOutlines(appDatabase(), 'region', 'national', plate.regions),
  ]);
  const map = drawChoropleth({
    kind: data.demonstration ? 'local' : 'national',
    box: plate.box,
    viewport: { x: MARGIN, y: MARGIN, width: WIDTH - 2 * MARGIN, height: HEIGHT - 2 * MARGIN },
    areas: plate.territories.flatMap(({ code, ordinal }) => {
      const outline = outlines.get(code);
      return outline ? [{ outline, fill: fillOf(plate.classification, ordinal) }] : [];
    }),
    edges: [...parents.values()].map((outline) => ({ outline, role: 'parent' as const })),
  });
  return new TextEncoder().encode(writeSvg(map, classColours(plate.indicator, plate.classification)));
}

function writeSvg(map: Choropleth, colours: readonly string[]): string {
  const prefix = 'apercu';
  const patterns = render(MapPatterns, { props: { prefix } }).body;
  const layers = render(MapLayers, { props: { map, colours, prefix } }).body;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}">${patterns}${layers}</svg>`;
}

/** The map of the home page as an image; its address changes with the data and with what draws it. */
export const GET: RequestHandler = async ({ params, request }) => {
  const data = await currentData();
  if (params.tag !== `${dataTag(data)}.svg`) error(404, errors.notFound);
  const svg = await remember(data, 'home-plate', '', () => draw(data));
  if (svg === null) error(404, errors.notFound);
  return compressedResponse(request, svg, {
    type: 'image/svg+xml',
    cacheControl: 'public, max-age=31536000, immutable',
  });
};
