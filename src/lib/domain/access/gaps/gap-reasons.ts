import type { Demand } from '../../places/criteria.ts';
import type { Place } from '../../places/place.ts';

/** One thing asked that keeps places in reach from answering. */
export interface GapReason {
  demand: Pick<Demand, 'field' | 'value'>;
  /** Places in reach that do not have it. */
  without: number;
  /** Places in reach that do not say. */
  unsaid: number;
}

/** Why nobody answers in an area, though places may be near. */
export interface GapReasons {
  /** Places in reach, whatever they offer. */
  near: number;
  /** What they lack, the one that most of them lack first; a demand that all of them meet is no reason. */
  reasons: GapReason[];
}

/** Looks, among the places in reach of an area, at what each demand leaves out. */
export function gapReasons(near: Iterable<Place>, demands: readonly Demand[]): GapReasons {
  const reasons = demands.map(({ field, value }) => ({ demand: { field, value }, without: 0, unsaid: 0 }));
  let count = 0;
  for (const place of near) {
    count++;
    demands.forEach(({ meets }, at) => {
      const met = meets(place);
      const reason = reasons[at] as GapReason;
      if (met === false) reason.without++;
      else if (met === null) reason.unsaid++;
    });
  }
  return {
    near: count,
    reasons: reasons
      .filter(({ without, unsaid }) => without + unsaid > 0)
      .sort((a, b) => b.without + b.unsaid - (a.without + a.unsaid)),
  };
}
