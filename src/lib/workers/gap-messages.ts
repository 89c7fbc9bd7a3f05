import type { Points } from '../domain/access/sphere.ts';
import type { PlaceFilter } from '../domain/places/filter.ts';
import type { PlacePoints } from '../domain/places/place-points.ts';
import type { Gap } from './gap.ts';

/** First the points, once; then one filter after the other. */
export type GapRequest =
  | { kind: 'points'; centres: Points; places: PlacePoints }
  | { kind: 'filter'; turn: number; filter: PlaceFilter };

export interface GapAnswer {
  turn: number;
  gap: Gap;
}
