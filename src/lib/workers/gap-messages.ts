import type { LandedPoints } from '../domain/access/reach.ts';
import type { PlaceFilter } from '../domain/places/filter.ts';
import type { PlacePoints } from '../domain/places/place-points.ts';
import type { Gap, Ranks } from './gap.ts';

/** First the points, once; then what is asked of them, one after the other. */
export type GapRequest =
  | { kind: 'points'; centres: LandedPoints; places: PlacePoints }
  | { kind: 'asked'; turn: number; asked: PlaceFilter | Ranks };

export interface GapAnswer {
  turn: number;
  gap: Gap;
}
