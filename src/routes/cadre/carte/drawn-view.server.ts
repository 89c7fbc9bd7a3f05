import { isoDay } from '#lib/format/date.ts';
import { drawInTurn, type Drawer } from '#lib/server/drawings.ts';
import { appDatabase } from '#lib/server/app.ts';
import { drawFigure, type DrawnView } from '#lib/server/map-view/draw-view.ts';
import { remember } from '#lib/server/queries/memo.ts';
import type { Snapshot } from '#lib/server/queries/snapshot.ts';
import { DEFAULT_TABLE, type MapView } from '#lib/view/map-view.ts';
import { writeMapView } from '#lib/view/write-map-view.ts';
import { framedView } from '../framed-view.server.ts';

/** Width of the drawing, pixels: shown from half as wide to twice. */
const WIDTH = 480;

/** Drawings kept in memory: a page and its image ask for the same one. */
const KEPT = 24;

/** What decides of the drawing of a view. */
export const imageKey = (view: MapView): string =>
  writeMapView({ ...view, camera: null, table: DEFAULT_TABLE });

/** The same with its day: what is open, or fresh, is another thing tomorrow. */
export const drawnKey = (view: MapView): string => `${imageKey(view)}#${isoDay(new Date())}`;

/** The drawing of an embedded map; `null` without figures or outlines. Throws `TooManyDrawings`. */
export const drawnView = (drawer: Drawer, data: Snapshot, view: MapView): Promise<DrawnView | null> =>
  remember(
    data,
    'framed-view',
    drawnKey(view),
    () => drawInTurn(drawer, () => drawFigure(data, appDatabase(), framedView(data, view), WIDTH)),
    KEPT,
  );
