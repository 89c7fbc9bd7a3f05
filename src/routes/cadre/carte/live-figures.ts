import type { DisplayPayload } from '#lib/domain/classify/display-payload.ts';

/** What the live map paints and says of each territory of a level. */
export interface LiveFigures {
  classes: DisplayPayload;
  colours: string[];
  /** By the place of the territory in the columns. */
  texts: string[];
}
