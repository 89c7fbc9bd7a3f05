import { tourMapLayout, type TourMapLayout } from '#lib/charts/tour-map.ts';
import { boxAround } from '#lib/charts/projection.ts';
import { roundsAddress } from '#lib/view/rounds-view.ts';
import type { RoundsQuestion } from './asked.server.ts';

/** The frame of the map of rounds: the territory and its bases; `null` without outlines. */
export function layoutOf({
  territory,
  found,
  view,
}: RoundsQuestion): (TourMapLayout & { ground: string }) | null {
  if (territory.bbox === null) return null;
  const box = boxAround([
    territory.bbox,
    ...found.bases.map(({ base }) => [base.lon, base.lat, base.lon, base.lat] as const),
  ]);
  return (
    box && {
      ...tourMapLayout(box),
      ground: roundsAddress({ ...view, plan: null }, '/implantation/tournees/fond.svg'),
    }
  );
}
