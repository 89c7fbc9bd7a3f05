import { error } from '@sveltejs/kit';
import { drawChoropleth, type Choropleth } from '#lib/charts/choropleth.ts';
import { classColours, fillOf, stateStyle } from '#lib/charts/fills.ts';
import { errors } from '#lib/messages/errors.ts';
import { appDatabase, currentData } from '#lib/server/app.ts';
import { remember } from '#lib/server/queries/memo.ts';
import { readOutlines } from '#lib/server/queries/outlines.ts';
import { homePlate } from '#lib/server/queries/plate.ts';
import type { Snapshot } from '#lib/server/queries/snapshot.ts';
import { mapInk } from '#lib/styles/ramps.ts';
import type { RequestHandler } from './$types';

const WIDTH = 640;
const HEIGHT = 620;
const MARGIN = 8;

async function draw(data: Snapshot): Promise<string | null> {
  const plate = await homePlate(data);
  if (!plate) return null;
  const outlines = await readOutlines(appDatabase(), plate.level, 'national');
  const map = drawChoropleth({
    kind: data.demonstration ? 'local' : 'national',
    box: plate.box,
    viewport: { x: MARGIN, y: MARGIN, width: WIDTH - 2 * MARGIN, height: HEIGHT - 2 * MARGIN },
    areas: plate.territories.flatMap(({ code, ordinal }) => {
      const outline = outlines.get(code);
      return outline ? [{ outline, fill: fillOf(plate.classification, ordinal) }] : [];
    }),
  });
  return writeSvg(map, classColours(plate.indicator, plate.classification.counts.length));
}

/** Only numbers and our own colours are written: nothing to escape. */
function writeSvg({ paths, border }: Choropleth, colours: readonly string[]): string {
  const paint = (fill: Choropleth['paths'][number]['fill']): string =>
    typeof fill === 'number'
      ? (colours[fill] ?? mapInk.land)
      : fill === 'land'
        ? mapInk.land
        : stateStyle(fill).ground;
  const shapes = paths.map(({ fill, d }) => `<path fill="${paint(fill)}" d="${d}"/>`).join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}"><g fill-rule="evenodd" stroke="${mapInk.border}" stroke-width="${border}" stroke-linejoin="round">${shapes}</g></svg>`;
}

/** The map of the home page as an image; its address changes with the data. */
export const GET: RequestHandler = async ({ params }) => {
  const data = await currentData();
  if (params.revision !== `${data.revision}.svg`) error(404, errors.notFound);
  const svg = await remember(data, 'home-plate', '', () => draw(data));
  if (svg === null) error(404, errors.notFound);
  return new Response(svg, {
    headers: { 'content-type': 'image/svg+xml', 'cache-control': 'public, max-age=31536000, immutable' },
  });
};
