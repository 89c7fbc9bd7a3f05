import type { Classification, Unclassed } from '../domain/classify/classification.ts';
import { classOfCode, unclassedOfCode } from '../domain/classify/classification.ts';
import { stateColours, type StateStyle } from '../styles/ramps.ts';

/** What an area is painted with: the number of a class, a state, or plain land. */
export type Fill = number | Unclassed | 'land';

export const stateStyle = (state: Unclassed): StateStyle => stateColours[state];

/** The fill of a territory in a classified level. */
export function fillOf({ codes }: Classification, ordinal: number): Fill {
  const code = codes[ordinal];
  if (code === undefined) return 'absent';
  return classOfCode(code) ?? unclassedOfCode(code) ?? 'absent';
}
