import type { CostUnit } from '../domain/access/reach.ts';
import type { FrameProblem } from '../domain/siting/frame/proposal.ts';
import { formatCount, formatNumber } from '../format/number.ts';
import { implantation } from '../messages/implantation.ts';

const words = implantation.problems;
const { one, many } = implantation.answer;

const euros = (amount: number): string => `${formatNumber(Math.round(amount))} €`;
const sites = (count: number): string => formatCount(count, one, many);

/**
 * Why a question was not answered as asked, in a sentence; `names` calls sites by number, `unit` is what costs
 * are counted in.
 */
export function problemSentence(
  problem: FrameProblem,
  { hasBudget, unit }: { hasBudget: boolean; unit: CostUnit },
  names: (site: number) => string,
): string {
  const means = (amount: number): string => (hasBudget ? euros(amount) : sites(amount));
  switch (problem.reason) {
    case 'no-site':
      return words.noSite;
    case 'no-demand':
      return words.noDemand;
    case 'bad-people':
      return words.badPeople(formatCount(problem.communes, 'commune'));
    case 'bad-prices':
      return words.badPrices;
    case 'more-sites-than-candidates':
      return problem.candidates === 0
        ? words.nowhere(sites(problem.asked))
        : words.moreSites(sites(problem.asked), formatCount(problem.candidates, 'endroit'));
    case 'bad-count':
      return words.badCount(String(problem.taken));
    case 'forced-and-forbidden':
      return words.both(problem.sites.map(names).join(', '));
    case 'forced-beyond-means':
      return words.forcedBeyondMeans(means(problem.asked), means(problem.needed));
    case 'budget-under-cheapest':
      return words.budget(euros(problem.budget), euros(problem.cheapest));
    case 'more-closures-than-closable':
      return words.closures(sites(problem.asked), formatNumber(problem.closable));
    case 'closures-with-budget':
      return words.closuresWithBudget;
    case 'out-of-reach':
      return (unit === 'minutes' ? words.outOfTime : words.outOfReach)(
        formatCount(Math.round(problem.people), 'personne'),
        formatCount(problem.communes, 'commune'),
      );
    case 'everyone-has-no-budget':
      return words.noBudget;
    case 'bad-limit':
      return words.badLimit;
    case 'bad-capacities':
      return words.badCapacities;
    case 'capacity-short':
      return words.capacityShort(
        formatNumber(Math.round(problem.capacity)),
        formatCount(Math.round(problem.people), 'personne'),
      );
    case 'closures-with-capacity':
      return words.closuresWithCapacity;
    case 'capacity-for-cover':
      return words.capacityForCover;
  }
}
