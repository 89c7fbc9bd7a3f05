import { tourMapLayout, type TourMapLayout } from '#lib/charts/tour-map.ts';
import { boxAround } from '#lib/charts/projection.ts';
import type { Snapshot } from '#lib/server/queries/snapshot.ts';
import { roundsAddress } from '#lib/view/rounds-view.ts';
import type { RoundsQuestion } from './asked.server.ts';

/** The frame of the map of rounds: the territory and its bases; `null` without outlines. */
export function layoutOf(
  data: Snapshot,
  { territory, found, view }: RoundsQuestion,
): (TourMapLayout & { ground: string }) | null {
  // The country has no box of its own.
  const areas = territory.bbox
    ? [territory.bbox]
    : data.territories.communes(territory).map(({ bbox }) => bbox);
  // Bases alone are no map.
  if (areas.every((area) => area === null)) return null;
  const box = boxAround([
    ...areas,
    ...found.bases.map(({ base }) => [base.lon, base.lat, base.lon, base.lat] as const),
  ]);
  return (
    box && {
      ...tourMapLayout(box),
      ground: roundsAddress({ ...view, plan: null }, '/implantation/tournees/fond.svg'),
    }
  );
}
