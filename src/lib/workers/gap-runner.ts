import type { LandedPoints } from '../domain/access/reach.ts';
import type { PlaceFilter } from '../domain/places/filter.ts';
import type { PlacePoints } from '../domain/places/place-points.ts';
import type { Gap } from './gap.ts';
import { LastAsked } from './last-asked.ts';

/** What the worker of gaps keeps. */
export interface GapPoints {
  centres: LandedPoints;
  places: PlacePoints;
}

export type GapRunner = LastAsked<GapPoints, PlaceFilter, Gap>;

/** The worker itself, bundled apart. */
export const startGapRunner = (points: GapPoints): GapRunner => {
  const runner: GapRunner = new LastAsked(
    new Worker(new URL('./gap-worker.ts', import.meta.url), { type: 'module' }),
  );
  // The index of a level is a class: only its points cross to the worker.
  const { lons, lats, lands } = points.centres;
  runner.keep({ centres: { lons, lats, lands }, places: points.places });
  return runner;
};
