import { contiguousSets, type Contiguity } from '../../spatial/contiguity.ts';
import { isKnown } from '../../indicators/value.ts';
import { isBeyond, unmetNeed, type NeedSetting, type UnmetNeed } from './unmet-need.ts';

/** An area of contiguous communes out of reach. */
export interface GapZone {
  /** Ordinals of its communes, the most populous first: it gives the zone its name. */
  communes: number[];
  need: UnmetNeed;
}

/** Past as many communes an area is no longer one that anybody acts on: it is cut by intercommunality. */
export const LARGEST_ZONE = 40;

/**
 * The areas where people are out of reach, by falling number of people of the group, then of inhabitants.
 * Communes that share a border make one area; an area of more than `LARGEST_ZONE` communes is cut along
 * `parents` (the intercommunality of each commune; −1 without one), each part contiguous.
 * `asked` are the communes that are looked at.
 */
export function gapZones(
  setting: NeedSetting,
  contiguity: Contiguity,
  parents: ArrayLike<number>,
  asked: readonly number[],
): GapZone[] {
  const beyond = asked.filter((ordinal) => isBeyond(setting, ordinal) === true);
  return contiguousSets(contiguity, beyond)
    .flatMap((set) => (set.length > LARGEST_ZONE ? cutByParent(set, contiguity, parents) : [set]))
    .map((set) => ({ communes: byPopulation(set, setting), need: unmetNeed(setting, set) }))
    .filter(({ need }) => need.inhabitants > 0)
    .sort(
      (a, b) =>
        groupOf(b.need) - groupOf(a.need) ||
        b.need.inhabitants - a.need.inhabitants ||
        (a.communes[0] as number) - (b.communes[0] as number),
    );
}

/** Zones whose group is unknown come by their inhabitants, after the others. */
const groupOf = ({ groupBeyond }: UnmetNeed): number => (isKnown(groupBeyond) ? groupBeyond.value : -1);

function cutByParent(set: readonly number[], contiguity: Contiguity, parents: ArrayLike<number>): number[][] {
  const byParent = new Map<number, number[]>();
  for (const at of set) {
    const parent = parents[at] as number;
    const own = byParent.get(parent);
    if (own) own.push(at);
    else byParent.set(parent, [at]);
  }
  return [...byParent.values()].flatMap((own) => contiguousSets(contiguity, own));
}

const byPopulation = (set: readonly number[], { people }: NeedSetting): number[] =>
  [...set].sort((a, b) => (people[b] || 0) - (people[a] || 0) || a - b);
