import type { Classification } from '../domain/classify/classification.ts';
import type { MapLevel } from '../domain/territory/level.ts';

/** One level as it is drawn. */
export interface Painting {
  level: MapLevel;
  classification: Classification;
  /** One a class. */
  colours: readonly string[];
}
