import { LIMITS } from '../view/gaps-view.ts';
import { DEFAULT_SITING_VIEW, writeSitingView, type SitingView } from '../view/siting-view.ts';

/** Limits that frames are made for, kilometres: moving the limit seldom asks for another. */
const REACHES = [10, 20, 40, LIMITS.most];

/** The limit that the frame of a question is made for, kilometres. Of the country, just the one asked: its frame has no surroundings to spare. */
export const frameReach = ({ within, limit }: Pick<SitingView, 'within' | 'limit'>): number =>
  within === null ? limit : (REACHES.find((reach) => limit <= reach) ?? LIMITS.most);

/** The parameters of a question that decide of its frame: the same ones, the same frame. */
export function frameQuery(question: SitingView): string {
  const { goal, count, budget, price, premisesPrice, candidates, closures, forced, forbidden, list, equity } =
    DEFAULT_SITING_VIEW;
  return writeSitingView({
    ...question,
    ...{ goal, count, budget, price, premisesPrice, candidates, closures, forced, forbidden, list, equity },
    limit: frameReach(question),
  });
}
