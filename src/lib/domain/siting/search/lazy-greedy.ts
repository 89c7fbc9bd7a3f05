import type { SitingInstance } from '../model/instance.ts';
import { GainHeap } from './gain-heap.ts';

/** Sites opened one after the other, and what each took off the cost when it opened. */
export interface GreedyRun {
  open: number[];
  gains: number[];
}

/**
 * Opens the site that takes most off the cost (by unit of price where prices differ), again and again,
 * while the rule allows. A gain only falls as others open (the saving is submodular), so that what was
 * measured earlier is an upper bound, kept in a heap and measured again only at the top (Minoux 1978). For a number of
 * sites the saving is at least 1 − 1/e of the best possible (Nemhauser, Wolsey and Fisher 1978).
 * Members that must stay, if any, open first. Sites that save nothing never open.
 */
export function openGreedily(
  { lists, rule }: SitingInstance,
  among: readonly number[] | null = null,
): GreedyRun {
  const least = lists.bases.slice();
  const gainOf = (j: number): number => {
    let gain = 0;
    for (let k = lists.siteStarts[j] as number; k < (lists.siteStarts[j + 1] as number); k++) {
      const saved = (least[lists.demands[k] as number] as number) - (lists.siteCosts[k] as number);
      if (saved > 0) gain += saved;
    }
    return gain;
  };
  const run: GreedyRun = { open: [], gains: [] };
  let left = rule.budget;
  const open = (j: number, gain: number): void => {
    run.open.push(j);
    run.gains.push(gain);
    left -= rule.prices[j] as number;
    for (let k = lists.siteStarts[j] as number; k < (lists.siteStarts[j + 1] as number); k++) {
      const i = lists.demands[k] as number;
      if ((lists.siteCosts[k] as number) < (least[i] as number)) least[i] = lists.siteCosts[k] as number;
    }
  };
  const drain = (candidates: readonly number[], most: number, even: boolean): void => {
    const heap = new GainHeap();
    for (const j of candidates) heap.push(j, gainOf(j) / (rule.prices[j] as number));
    for (let opened = 0; opened < most && heap.size > 0;) {
      const j = heap.top();
      const gain = gainOf(j);
      if ((rule.prices[j] as number) > left + 1e-9 || (gain <= 0 && !even)) heap.pop();
      else if (gain / (rule.prices[j] as number) >= heap.second()) {
        heap.pop();
        open(j, gain);
        opened++;
      } else heap.lower(gain / (rule.prices[j] as number));
    }
  };
  const every = among ?? Array.from({ length: lists.siteCount }, (_, j) => j);
  const least_ = rule.kept?.least ?? 0;
  if (least_ > 0)
    drain(
      every.filter((j) => rule.kept?.members[j]),
      least_,
      true,
    );
  const opened = new Set(run.open);
  drain(
    every.filter((j) => !opened.has(j)),
    Infinity,
    false,
  );
  return run;
}
