import type { SiteRule } from '../model/instance.ts';
import { countsSites } from '../model/instance.ts';
import { kthLeast } from './kth-least.ts';

/**
 * The best of the relaxed choice of sites: what each saves is `savings[j]` ≤ 0, the rule holds, and a site
 * may be taken in part where prices differ.
 */
export interface Choice {
  /** Σ savings of what is taken: a lower bound of any choice within the rule. */
  value: number;
  /** Sites taken, and how much of each (1, but for one at most under a budget). */
  picked: number[];
  shares: number[];
  /**
   * What the bound rises by, at least, if the site were taken though it is not, or left though it is
   * taken (0 for a site taken in part).
   */
  regret: (site: number) => number;
}

/** Chooses within a rule: made once for an instance, asked at every iteration. */
export function chooser(rule: SiteRule): (savings: Float64Array) => Choice {
  const scratch = new Float64Array(rule.prices.length);
  if (rule.kept && rule.kept.least > 0) return (savings) => chooseKeeping(savings, rule);
  if (countsSites(rule)) {
    const count = Math.min(rule.prices.length, Math.floor(rule.budget / (rule.prices[0] ?? 1) + 1e-9));
    return (savings) => chooseCount(savings, count, scratch);
  }
  return (savings) => chooseWithin(savings, rule);
}

function chooseCount(savings: Float64Array, count: number, scratch: Float64Array): Choice {
  const taken = new Uint8Array(savings.length);
  const picked: number[] = [];
  let value = 0;
  let [worst, next] = [0, 0];
  if (count > 0 && savings.length > 0) {
    scratch.set(savings);
    worst = kthLeast(scratch, count - 1);
    for (const equal of [false, true])
      for (let j = 0; j < savings.length && picked.length < count; j++) {
        const saving = savings[j] as number;
        if (equal ? saving !== worst : saving >= worst) continue;
        picked.push(j);
        taken[j] = 1;
        value += saving;
      }
    // The quickselect left what is greater beyond: the best of those not taken is the least of them.
    if (count < savings.length) {
      next = scratch[count] as number;
      for (let j = count + 1; j < scratch.length; j++)
        if ((scratch[j] as number) < next) next = scratch[j] as number;
    }
  }
  return {
    value,
    picked,
    shares: picked.map(() => 1),
    regret: (j) =>
      count === 0
        ? taken[j]
          ? 0
          : Infinity
        : taken[j]
          ? next - (savings[j] as number)
          : (savings[j] as number) - worst,
  };
}

/** At least `least` among the members first, then the best of the others: the greedy of a matroid, exact. */
function chooseKeeping(savings: Float64Array, { prices, budget, kept }: SiteRule): Choice {
  const order = Array.from(savings.keys()).sort(
    (a, b) => (savings[a] as number) - (savings[b] as number) || a - b,
  );
  const count = Math.min(order.length, Math.floor(budget / (prices[0] ?? 1) + 1e-9));
  const taken = new Uint8Array(savings.length);
  const picked: number[] = [];
  const take = (j: number): void => {
    taken[j] = 1;
    picked.push(j);
  };
  const least = kept?.least ?? 0;
  for (const j of order) if (picked.length < least && kept?.members[j]) take(j);
  for (const j of order) if (picked.length < count && !taken[j]) take(j);
  const value = picked.reduce((sum, j) => sum + (savings[j] as number), 0);
  const members = picked.filter((j) => kept?.members[j]);
  const tight = members.length === least;
  const worst = (of: readonly number[]): number =>
    of.reduce((most, j) => Math.max(most, savings[j] as number), -Infinity);
  const best = (of: readonly number[]): number =>
    of.reduce((least, j) => Math.min(least, savings[j] as number), 0);
  const others = picked.filter((j) => !kept?.members[j]);
  const out = order.filter((j) => !taken[j]);
  const outMembers = out.filter((j) => kept?.members[j]);
  // One leaves for one that comes: a member for anyone, anyone for anyone unless it leaves too few members.
  const [worstAny, worstOther, worstMember] = [worst(picked), worst(others), worst(members)];
  const [bestAny, bestMember] = [best(out), best(outMembers)];
  return {
    value,
    picked,
    shares: picked.map(() => 1),
    regret: (j) => {
      const member = kept?.members[j] === 1;
      if (taken[j]) return Math.max(0, (tight && member ? bestMember : bestAny) - (savings[j] as number));
      const leaves = member ? worstAny : tight ? worstOther : Math.max(worstOther, worstMember);
      return Math.max(0, (savings[j] as number) - leaves);
    },
  };
}

/** The knapsack with its last site taken in part (Dantzig 1957). */
function chooseWithin(savings: Float64Array, { prices, budget }: SiteRule): Choice {
  const useful = Array.from(savings.keys()).filter(
    (j) => (savings[j] as number) < 0 && (prices[j] as number) <= budget,
  );
  useful.sort(
    (a, b) =>
      (savings[a] as number) * (prices[b] as number) - (savings[b] as number) * (prices[a] as number) ||
      a - b,
  );
  const picked: number[] = [];
  const shares: number[] = [];
  let [left, value, ratio] = [budget, 0, 0];
  for (const j of useful) {
    const share = (prices[j] as number) <= left ? 1 : left / (prices[j] as number);
    if (share <= 0) {
      ratio = (savings[j] as number) / (prices[j] as number);
      break;
    }
    picked.push(j);
    shares.push(share);
    left -= share * (prices[j] as number);
    value += share * (savings[j] as number);
    if (share < 1) {
      ratio = (savings[j] as number) / (prices[j] as number);
      break;
    }
  }
  return {
    value,
    picked,
    shares,
    regret: (j) =>
      (prices[j] as number) > budget
        ? Infinity
        : Math.abs((savings[j] as number) - ratio * (prices[j] as number)),
  };
}
