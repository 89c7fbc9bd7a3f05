import { concentrationCurve, curveIndex, shareOfFirst, type ShareCurve } from '../../equity/curve.ts';
import type { CommuneLine } from './commune-lines.ts';

/** What is shared between communes. */
export const SHARED = ['euros', 'places', 'hours'] as const;

export type Shared = (typeof SHARED)[number];

/** How one thing goes to those in need. */
export interface Concentration {
  of: Shared;
  /** People of the communes in most need first. */
  curve: ShareCurve;
  /** −1, all to those in most need, to 1, all to those in least. */
  index: number;
  /** Share that the fifth of the people in most need has, 0 to 1. */
  firstFifth: number;
}

const FIFTH = 0.2;

/** Under this, either way, an index says that what is shared does not look at need: as on the page of gaps. */
const EVEN = 0.03;

/** Which way an index says that things go. */
export type Direction = 'toward' | 'even' | 'away';

/** Whether what is shared goes to those in need. */
export const directionOf = (index: number): Direction =>
  index < -EVEN ? 'toward' : index > EVEN ? 'away' : 'even';

/**
 * How euros, places and hours go to the inhabitants of communes ranked by the share of them in need. Communes
 * whose need is not known are left out; what nobody is given is left out too.
 */
export function concentrationsOf(lines: readonly CommuneLine[]): Concentration[] {
  const known = lines.flatMap(({ inhabitants, need, euros, places, hours }) =>
    inhabitants !== null && inhabitants > 0 && need !== null
      ? [{ people: inhabitants, need: need / inhabitants, euros, places, hours: hours ?? 0 }]
      : [],
  );
  if (known.length < 2) return [];
  return SHARED.flatMap((of): Concentration[] => {
    const curve = concentrationCurve(
      known.map(({ people, need, [of]: amount }) => ({ people, need, amount })),
    );
    return curve ? [{ of, curve, index: curveIndex(curve), firstFifth: shareOfFirst(curve, FIFTH) }] : [];
  });
}
