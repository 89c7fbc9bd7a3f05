import type { Classification, Unclassed } from '../domain/classify/classification.ts';
import { classOfCode, unclassedOfCode } from '../domain/classify/classification.ts';
import type { Indicator } from '../domain/indicators/indicator.ts';
import { diverging, sequential, stateColours, type StateStyle } from '../styles/ramps.ts';

/** What an area is painted with: the number of a class, a state, or plain land. */
export type Fill = number | Unclassed | 'land';

/** How many colours a ramp must have, whatever the number of classes. */
const LEAST = 3;

/** The colours of the classes, in class order; the end that concerns is the dark one. */
export function classColours(indicator: Pick<Indicator, 'kind' | 'worse'>, classes: number): string[] {
  const ramp = indicator.kind === 'evolution' ? diverging : sequential;
  const colours = ramp(Math.min(9, Math.max(LEAST, classes)));
  const used =
    classes < LEAST ? colours.filter((_, at) => at === 0 || at === LEAST - 1).slice(0, classes) : colours;
  return indicator.worse === 'low' ? used.reverse() : used;
}

export const stateStyle = (state: Unclassed): StateStyle => stateColours[state];

/** The fill of a territory in a classified level. */
export function fillOf({ codes }: Classification, ordinal: number): Fill {
  const code = codes[ordinal];
  if (code === undefined) return 'absent';
  return classOfCode(code) ?? unclassedOfCode(code) ?? 'absent';
}
