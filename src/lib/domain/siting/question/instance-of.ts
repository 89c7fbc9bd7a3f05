import { countRule, grainOf, type SitingInstance, type SiteRule } from '../model/instance.ts';
import { listServices, type ServicePairs } from '../model/lists.ts';
import { CLOSED, narrow, OPENED, type Narrowed } from '../model/narrow.ts';
import { weightsOf, type SitingQuestion } from './question.ts';

/** The instance of a question, once what is there and what is forced are open: only choices are left. */
export interface QuestionInstance extends Narrowed {
  /** Sites that are open whatever is chosen: existing ones that do not close, and forced ones. */
  opened: readonly number[];
}

/**
 * The instance of a checked question of `cover` or `mean`; of any question as covering with the weights
 * given. Costs are what people lose: each one beyond the limit for `cover`, metres or minutes of each
 * for `mean`.
 */
export function instanceOf(
  question: SitingQuestion,
  weights: Float64Array = weightsOf(question),
  limit = question.limit,
): QuestionInstance {
  const mean = question.goal === 'mean';
  const bases = weights.map((weight) => (mean ? weight * limit : weight));
  const lists = listServices(bases, question.reach.supplyCount, pairsOf(question, weights, limit, mean));
  const whole: SitingInstance = { lists, rule: ruleOf(question), offset: 0, grain: grainOf(lists) };
  const decided = new Uint8Array(lists.siteCount);
  const closable = new Set(question.closable);
  const opened = [...question.existing.filter((j) => !closable.has(j)), ...question.forced];
  for (const j of opened) decided[j] = OPENED;
  for (const j of question.forbidden) decided[j] = CLOSED;
  return { ...narrow(whole, decided), opened };
}

function ruleOf({ means, reach, existing, closable, closures }: SitingQuestion): SiteRule {
  const rule: SiteRule =
    means.kind === 'count'
      ? countRule(reach.supplyCount, means.count + closable.length)
      : { prices: Float64Array.from(means.prices), budget: means.budget, kept: null };
  const closes = new Set(closable);
  // What stays has nothing to pay; what may close is paid for by its own place, which closing gives back.
  for (const j of existing) if (!closes.has(j)) rule.prices[j] = 0;
  if (closable.length > 0) {
    const members = new Uint8Array(reach.supplyCount);
    for (const j of closable) members[j] = 1;
    rule.kept = { members, least: closable.length - closures };
  }
  return rule;
}

function pairsOf(
  { reach }: SitingQuestion,
  weights: Float64Array,
  limit: number,
  mean: boolean,
): ServicePairs {
  const demands = new Int32Array(reach.supplies.length);
  const sites = new Int32Array(reach.supplies.length);
  const costs = new Float64Array(reach.supplies.length);
  let count = 0;
  for (let i = 0; i < weights.length; i++)
    for (let k = reach.starts[i] as number; k < (reach.starts[i + 1] as number); k++) {
      const cost = reach.costs[k] as number;
      if (cost > limit) continue;
      demands[count] = i;
      sites[count] = reach.supplies[k] as number;
      costs[count++] = mean ? cost * (weights[i] as number) : 0;
    }
  const found = (array: Int32Array): Int32Array => array.subarray(0, count);
  return { demands: found(demands), sites: found(sites), costs: costs.subarray(0, count) };
}
