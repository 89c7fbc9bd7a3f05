import { sumOf, type SitingQuestion } from './question.ts';

/**
 * Why a question cannot be answered as asked, with its figures. The answer given is then to the nearest
 * question that can: the one that `checkQuestion` gives.
 */
export type SitingProblem =
  /** No site may open and none exists. */
  | { reason: 'no-site' }
  /** Nobody to serve. */
  | { reason: 'no-demand' }
  /** People that are unknown or negative: counted as nobody. */
  | { reason: 'bad-people'; demands: readonly number[] }
  /** Prices that are unknown, zero or negative: these sites are left out. */
  | { reason: 'bad-prices'; sites: readonly number[] }
  /** More sites asked for than candidates: all of them may open. */
  | { reason: 'more-sites-than-candidates'; asked: number; candidates: number }
  /** A number of sites that is not one: taken as the whole number under it, at least 0. */
  | { reason: 'bad-count'; asked: number; taken: number }
  /** Both forced and forbidden: taken as forbidden. */
  | { reason: 'forced-and-forbidden'; sites: readonly number[] }
  /** Forced sites alone are more than the means: the means are raised to what they take. */
  | { reason: 'forced-beyond-means'; asked: number; needed: number }
  /** The budget is under the cheapest candidate: nothing opens. */
  | { reason: 'budget-under-cheapest'; budget: number; cheapest: number }
  /** More closures than places that may close: as many as there are. */
  | { reason: 'more-closures-than-closable'; asked: number; closable: number }
  /** Closing is understood with a number of sites only: with a budget, existing places stay. */
  | { reason: 'closures-with-budget' }
  /** Who no site can reach (too far, or on an island without a candidate): left out of the goal. */
  | { reason: 'out-of-reach'; demands: readonly number[]; people: number }
  /** Serving everyone takes what it takes: the budget is not looked at. */
  | { reason: 'everyone-has-no-budget' }
  /** A limit that is not a distance. */
  | { reason: 'bad-limit'; limit: number };

/** A question that can be answered, the nearest to the one asked, and what was changed and why. */
export interface CheckedQuestion {
  question: SitingQuestion;
  problems: readonly SitingProblem[];
}

/** Looks for everything that would make an answer false or impossible, and mends it. */
export function checkQuestion(asked: SitingQuestion): CheckedQuestion {
  const problems: SitingProblem[] = [];
  const mended = [mendPeople, mendSites, mendClosures, mendMeans, mendReach].reduce(
    (question, mend) => mend(question, problems),
    asked,
  );
  return { question: mended, problems };
}

type Mend = (question: SitingQuestion, problems: SitingProblem[]) => SitingQuestion;

const mendPeople: Mend = (question, problems) => {
  const people = Float64Array.from(question.people);
  const bad = Array.from(people.keys()).filter(
    (i) => !((people[i] as number) >= 0 && people[i] !== Infinity),
  );
  for (const i of bad) people[i] = 0;
  if (bad.length > 0) problems.push({ reason: 'bad-people', demands: bad });
  if (sumOf(people) === 0) problems.push({ reason: 'no-demand' });
  return { ...question, people };
};

const mendSites: Mend = (question, problems) => {
  const { reach } = question;
  const known = (sites: readonly number[]): number[] => [
    ...new Set(sites.filter((j) => Number.isInteger(j) && j >= 0 && j < reach.supplyCount)),
  ];
  const existing = known(question.existing);
  const isExisting = new Set(existing);
  const asked = new Set(question.forbidden);
  const both = known(question.forced).filter((j) => asked.has(j) && !isExisting.has(j));
  if (both.length > 0) problems.push({ reason: 'forced-and-forbidden', sites: both });
  const priceless =
    question.means.kind === 'budget' ? badPrices(question.means.prices, reach.supplyCount) : [];
  const bad = priceless.filter((j) => !isExisting.has(j));
  if (bad.length > 0) problems.push({ reason: 'bad-prices', sites: bad });
  // What exists is not forbidden: it may close, or not.
  const forbidden = known([...question.forbidden, ...bad]).filter((j) => !isExisting.has(j));
  const out = new Set(forbidden);
  const forced = known(question.forced).filter((j) => !out.has(j) && !isExisting.has(j));
  return { ...question, existing, forbidden, forced };
};

const badPrices = (prices: ArrayLike<number>, count: number): number[] =>
  Array.from({ length: count }, (_, j) => j).filter(
    (j) => !((prices[j] ?? Number.NaN) > 0 && prices[j] !== Infinity),
  );

const mendClosures: Mend = (question, problems) => {
  const existing = new Set(question.existing);
  const closable = [...new Set(question.closable)].filter((j) => existing.has(j));
  const closures = Math.max(0, Math.floor(question.closures) || 0);
  if (closures > closable.length)
    problems.push({ reason: 'more-closures-than-closable', asked: closures, closable: closable.length });
  const takesThem =
    question.means.kind === 'count' && question.goal !== 'everyone' && question.goal !== 'farthest';
  if (closures > 0 && question.means.kind === 'budget') problems.push({ reason: 'closures-with-budget' });
  return takesThem && closures > 0
    ? { ...question, closable, closures: Math.min(closures, closable.length) }
    : { ...question, closable: [], closures: 0 };
};

const mendMeans: Mend = (question, problems) => {
  const { means, forced } = question;
  const candidates = candidatesOf(question);
  if (question.goal === 'everyone' && means.kind === 'budget') {
    problems.push({ reason: 'everyone-has-no-budget' });
    return mendMeans({ ...question, means: { kind: 'count', count: candidates.length } }, problems);
  }
  if (candidates.length === 0 && question.existing.length === 0) problems.push({ reason: 'no-site' });
  if (means.kind === 'count') {
    let count = Math.max(0, Math.floor(means.count) || 0);
    if (count !== means.count) problems.push({ reason: 'bad-count', asked: means.count, taken: count });
    if (question.goal === 'everyone') count = candidates.length;
    else if (count > candidates.length) {
      problems.push({ reason: 'more-sites-than-candidates', asked: count, candidates: candidates.length });
      count = candidates.length;
    }
    if (forced.length > count) {
      problems.push({ reason: 'forced-beyond-means', asked: count, needed: forced.length });
      count = forced.length;
    }
    return { ...question, means: { kind: 'count', count } };
  }
  const priceOf = (j: number): number => means.prices[j] as number;
  const needed = forced.reduce((sum, j) => sum + priceOf(j), 0);
  let budget = means.budget >= 0 && Number.isFinite(means.budget) ? means.budget : 0;
  const cheapest = candidates.reduce((least, j) => Math.min(least, priceOf(j)), Infinity);
  if (candidates.length > 0 && budget < cheapest)
    problems.push({ reason: 'budget-under-cheapest', budget, cheapest });
  if (needed > budget) {
    problems.push({ reason: 'forced-beyond-means', asked: budget, needed });
    budget = needed;
  }
  return { ...question, means: { ...means, budget } };
};

/** Who may open: every site that is neither there already nor forbidden. */
export function candidatesOf({ reach, existing, forbidden }: SitingQuestion): number[] {
  const out = new Set([...existing, ...forbidden]);
  return Array.from({ length: reach.supplyCount }, (_, j) => j).filter((j) => !out.has(j));
}

const mendReach: Mend = (question, problems) => {
  if (!(question.limit > 0)) problems.push({ reason: 'bad-limit', limit: question.limit });
  const limit = question.limit > 0 ? question.limit : 0;
  const demands = outOfReach({ ...question, limit });
  const people = demands.reduce((sum, i) => sum + (question.people[i] as number), 0);
  if (demands.length > 0) problems.push({ reason: 'out-of-reach', demands, people });
  return { ...question, limit };
};

/** Demands with people that no site, existing or candidate, serves within the limit. */
export function outOfReach({ people, reach, forbidden, limit }: SitingQuestion): number[] {
  const out = new Set(forbidden);
  return Array.from({ length: people.length }, (_, i) => i).filter((i) => {
    if ((people[i] as number) === 0) return false;
    for (let k = reach.starts[i] as number; k < (reach.starts[i + 1] as number); k++)
      if ((reach.costs[k] as number) <= limit && !out.has(reach.supplies[k] as number)) return false;
    return true;
  });
}
