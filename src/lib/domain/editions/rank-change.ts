import { rankGreatestFirst } from '../need/ranks.ts';
import type { ColumnSetting } from './column-change.ts';
import type { Move, RankChange } from './edition-changes.ts';

/** Movers told. */
const TOLD = 8;

/**
 * How ranks move between two editions: in the whole, or among the territories of the same group when
 * `groups` is given. 1 is the most fragile end. A territory without a figure in either has no rank.
 */
export function rankChange(
  before: Float64Array,
  after: Float64Array,
  { indicator, codes, people }: Pick<ColumnSetting, 'indicator' | 'codes' | 'people'>,
  groups?: readonly (string | null)[],
): RankChange {
  const members = groups ? byGroup(groups) : [Array.from(codes.keys())];
  const sign = indicator.worse === 'low' ? -1 : 1;
  const moves: { move: Move; by: number; people: number }[] = [];
  let ranked = 0;
  for (const group of members) {
    const [was, is] = [ranksOf(before, group, sign), ranksOf(after, group, sign)];
    for (const at of group) {
      const [from, to] = [was.get(at), is.get(at)];
      if (from === undefined || to === undefined) continue;
      ranked++;
      if (from === to) continue;
      moves.push({
        move: { code: codes[at] as string, before: from, after: to },
        by: Math.abs(to - from),
        people: people[at] || 0,
      });
    }
  }
  moves.sort((a, b) => b.by - a.by || b.people - a.people);
  return { ranked, moved: moves.length, movers: moves.slice(0, TOLD).map(({ move }) => move) };
}

function byGroup(groups: readonly (string | null)[]): number[][] {
  const members = new Map<string, number[]>();
  groups.forEach((group, at) => {
    if (group === null) return;
    const held = members.get(group);
    if (held) held.push(at);
    else members.set(group, [at]);
  });
  return [...members.values()];
}

/** The rank of each member that has a figure. */
function ranksOf(values: Float64Array, group: readonly number[], sign: number): Map<number, number> {
  const known = group.filter((at) => !Number.isNaN(values[at]));
  const ranks = new Int32Array(known.length);
  const signed = Float64Array.from(known, (at) => sign * (values[at] as number));
  rankGreatestFirst(signed, known.length, ranks);
  return new Map(known.map((at, i) => [at, ranks[i] as number]));
}
