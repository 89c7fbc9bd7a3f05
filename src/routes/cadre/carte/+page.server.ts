import { error } from '@sveltejs/kit';
import { territoryIndexFile } from '#lib/server/columns/territory-index.ts';
import { carteImage } from '#lib/messages/carte-image.ts';
import { sayTooMany, type Drawer } from '#lib/server/drawings.ts';
import { TooManyDrawings } from '#lib/server/http/drawing-gate.ts';
import { currentData } from '#lib/server/app.ts';
import { drawnRemarks, drawnWords } from '#lib/server/map-view/draw-view.ts';
import type { Extent } from '#lib/map/camera.ts';
import type { Snapshot } from '#lib/server/queries/snapshot.ts';
import { boxAround } from '#lib/charts/projection.ts';
import type { MapView } from '#lib/view/map-view.ts';
import { readMapView } from '#lib/view/read-map-view.ts';
import { mapAddress, writeMapView } from '#lib/view/write-map-view.ts';
import type { framedView } from '../framed-view.server.ts';
import { countOf, membersPage } from '../members-table.server.ts';
import { drawnView, imageKey } from './drawn-view.server.ts';
import type { PageServerLoad } from './$types';

/** A map, or its table: the address is that of the map of the site. */
export const load: PageServerLoad = async (event) => {
  const { url } = event;
  const data = await currentData();
  const { view, ignored } = readMapView(url.searchParams);
  const map = view.table.open ? null : await mapOf(event, data, view);
  const table = map ? null : await membersPage(data, view);
  return {
    demonstration: data.demonstration,
    view,
    map,
    table,
    ignored: ignored.length > 0,
    href: mapAddress({ ...view, table: { ...view.table, open: table !== null } }),
  };
};

async function mapOf(drawer: Drawer, data: Snapshot, view: MapView) {
  const drawn = await drawnView(drawer, data, view).catch((cause: unknown) => {
    if (cause instanceof TooManyDrawings) error(cause.status, sayTooMany(cause));
    throw cause;
  });
  if (!drawn) return null;
  const { figure, frame, level, measure, crossing } = drawn;
  const { title, unit } = drawnWords(drawn);
  return {
    title,
    src: `/cadre/carte/image.svg?${imageKey(view)}`,
    width: figure.width,
    height: figure.height,
    legend: unit,
    entries: figure.entries,
    colours: figure.colours,
    kinds: figure.kinds,
    counted: carteImage.counted[level],
    count: countOf(frame.territories.length, level),
    square: crossing?.square ?? null,
    notes: drawnRemarks(data, view, drawn),
    source: measure.sources,
    live: liveOf(data, view, level, boxAround(frame.territories.map(({ bbox }) => bbox))),
  };
}

/** What the live map needs to draw the same view. */
const liveOf = (
  data: Snapshot,
  view: MapView,
  level: ReturnType<typeof framedView>['level'],
  extent: Extent | null,
) =>
  data.tileset &&
  extent && {
    tiles: data.tileset,
    level,
    index: territoryIndexFile(data.territories, level).hash,
    figures: `/cadre/carte/chiffres?${writeMapView({ ...view, camera: null })}`,
    extent,
  };
