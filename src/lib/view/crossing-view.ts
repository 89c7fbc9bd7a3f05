import { CROSSING_STEPS } from '../domain/classify/crossing.ts';
import type { ClassMethod } from '../domain/classify/method.ts';
import { findIndicator } from '../domain/indicators/catalogue.ts';
import { DISTANCE_MEASURE, type MapView } from './map-view.ts';

/** What decides of the classes of one measure. */
export interface Cut {
  method: ClassMethod;
  classes: number;
  breaks: readonly number[];
}

/** Whether a measure has an order, without which it has no fragile end: a category has none. */
export const isCrossable = (measure: string): boolean =>
  measure === DISTANCE_MEASURE || findIndicator(measure)?.kind !== 'category';

type Crossed = Pick<MapView, 'layer' | 'indicator' | 'second'>;

/** The second measure of a view; `null` without one, or when the two cannot be crossed. */
export function crossedWith({ layer, indicator, second }: Crossed): string | null {
  if (second === null || !isCrossable(second)) return null;
  if (layer === 'distance') return second === DISTANCE_MEASURE ? null : second;
  if (layer === 'indicator' && (second === indicator || !isCrossable(indicator))) return null;
  return second;
}

/** How the layer of a view is cut: as asked, in three when it is crossed. Limits of one's own hold when there are two. */
export function cutOf(view: Pick<MapView, 'method' | 'classes' | 'breaks'> & Crossed): Cut {
  const { method, classes, breaks } = view;
  if (crossedWith(view) === null) return { method, classes, breaks };
  return method === 'manual' && breaks.length === CROSSING_STEPS - 1
    ? { method, classes: CROSSING_STEPS, breaks }
    : secondCut(view);
}

/** How the second measure is cut: by the same method, in three; limits of one's own are those of the first. */
export const secondCut = ({ method }: Pick<MapView, 'method'>): Cut => ({
  method: method === 'manual' ? 'quantile' : method,
  classes: CROSSING_STEPS,
  breaks: [],
});
