import { error } from '@sveltejs/kit';
import { toDisplayPayload } from '#lib/domain/classify/display-payload.ts';
import { carte } from '#lib/messages/carte.ts';
import { currentData } from '#lib/server/app.ts';
import { compressedResponse } from '#lib/server/http/compressed.ts';
import { isSameOrigin } from '#lib/server/http/same-origin.ts';
import { crossingOf } from '#lib/server/map-view/crossing.ts';
import { figuresOf } from '#lib/server/map-view/list-view.ts';
import { measureOf } from '#lib/server/map-view/measure.ts';
import { remember } from '#lib/server/queries/memo.ts';
import type { Snapshot } from '#lib/server/queries/snapshot.ts';
import { classColours } from '#lib/styles/class-colours.ts';
import { crossedWith } from '#lib/view/crossing-view.ts';
import type { MapView } from '#lib/view/map-view.ts';
import { readMapView } from '#lib/view/read-map-view.ts';
import { framedView } from '../../framed-view.server.ts';
import { drawnKey } from '../drawn-view.server.ts';
import type { LiveFigures } from '../live-figures.ts';
import type { RequestHandler } from './$types';

/** Answers kept in memory. */
const KEPT = 12;

/**
 * What the live map paints and says: the class of each territory of a level and its figure in words; its
 * class again where the figure may not be redistributed (ADR 0004). For the embedded pages alone.
 */
export const GET: RequestHandler = async ({ url, request }) => {
  if (!isSameOrigin(request, url.origin)) error(403, carte.display.restricted);
  const data = await currentData();
  const { view } = readMapView(url.searchParams);
  const key = drawnKey(view);
  const bytes = await remember(
    data,
    'framed-figures',
    key,
    async () => {
      const figures = await liveFigures(data, view);
      return figures && new TextEncoder().encode(JSON.stringify(figures));
    },
    KEPT,
  );
  if (!bytes) error(404, carte.columnFile.unknown);
  return compressedResponse(request, bytes, { type: 'application/json', cacheControl: 'no-store' });
};

async function liveFigures(data: Snapshot, asked: MapView): Promise<LiveFigures | null> {
  const view = framedView(data, asked);
  const { level } = view;
  const first = await measureOf(data, view, level);
  if (!first) return null;
  const crossing = crossedWith(view) === null ? null : await crossingOf(data, view, level, first);
  const { classification, subject, method } = crossing ?? first;
  const { textOf } = figuresOf(data, view, level, first);
  return {
    classes: toDisplayPayload(classification),
    colours: crossing ? [...crossing.colours] : classColours(subject, classification, method),
    texts: data.territories.all(level).map(({ ordinal }) => textOf(ordinal)),
  };
}
