import type { Crossing } from '#lib/domain/classify/crossing.ts';
import type { Column } from '#lib/domain/indicators/column.ts';
import type { Indicator } from '#lib/domain/indicators/indicator.ts';
import type { MapLevel } from '#lib/domain/territory/level.ts';
import type { Painting } from '#lib/map/painting.ts';
import type { LegendWords } from '../legend/legend-words.ts';
import type { TerritoryCard } from '#lib/stage/territory-card.ts';

/** What is measured, and its figures at the level that is drawn. */
export interface Measure {
  subject: Indicator;
  /** `null` when only classes may be shown. */
  column: Column | null;
}

/** Two measures drawn as one. */
export interface ShownCrossing {
  classes: Crossing;
  first: ShownLayer;
  second: ShownLayer;
}

/** A measure as it is drawn, with all that is said of it. */
export interface ShownLayer {
  /** What is drawn, and the words of each class. */
  painting: Painting & { labels: readonly string[] };
  legend: LegendWords;
  /** `null` for a crossing, which has two. */
  measure: Measure | null;
  /** `null` for one measure. */
  crossing: ShownCrossing | null;
  /** Writes a value of the measure with its unit. */
  format: (value: number) => string;
  /** The card of a territory of the painting, by its place. */
  describe: (ordinal: number, name: string | null) => TerritoryCard;
}

/** One measure that the map can show, from what is asked of it to what is drawn. */
export interface MapLayer {
  /** Levels that have figures of it. */
  readonly available: readonly MapLevel[];
  /** Figures on their way leave those before them on screen; `null` before the first. */
  readonly shown: ShownLayer | null;
  readonly pending: boolean;
  readonly failed: boolean;
  /** What was asked for has been replaced by newer data. */
  readonly replaced: boolean;
  retry(): void;
}

/** How a layer is cut, and where. */
export interface LayerCut {
  level: MapLevel;
  classes: number;
}
