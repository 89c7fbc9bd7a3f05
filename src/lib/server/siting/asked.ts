import type { FrameAsked } from '../../domain/siting/frame/frame-question.ts';
import type { SitingFrame } from '../../domain/siting/frame/siting-frame.ts';
import type { Territory } from '../../domain/territory/territory.ts';
import { formatNumber } from '../../format/number.ts';
import { implantation } from '../../messages/implantation.ts';
import { limitOf } from '../queries/access/gaps.ts';
import { remember } from '../queries/memo.ts';
import type { Snapshot } from '../queries/snapshot.ts';
import { sitingFrame } from './frame.ts';
import { countWays, farthestLimit, toldTimes } from './times.ts';
import { MOST_SITES, writeSitingView, type SitingView } from '../../view/siting-view.ts';

/** What a view asks of its frame. */
export const askedOf = (data: Snapshot, view: SitingView): FrameAsked => ({
  goal: view.goal,
  count: view.count,
  budget: view.budget,
  price: view.price,
  premisesPrice: view.premisesPrice,
  limit: limitOf(data, view),
  closures: view.closures,
  equity: view.equity / 100,
  capacity: view.capacity,
});

/** Square kilometres of a commune, in the mean: what tells how many centres are within a distance. */
const COMMUNE_KM2 = 15.6;
/** Pairs of a commune and a candidate that a page can wait for: some seconds, some hundred megabytes. */
const MOST_PAIRS = 1_600_000;
/** Communes whose whole cover can be pruned while a page is waited for. */
const MOST_COVERED = 6_000;

/** Whether so many communes, and what is within so many kilometres of each, are more pairs than a page can wait for. */
export const isTooLarge = (communes: number, kilometres: number): boolean =>
  communes * Math.min(communes, (Math.PI * kilometres ** 2) / COMMUNE_KM2) > MOST_PAIRS;

/** Why a question is more than a page can wait for, in French; `null` when it is not. */
export function excessOf(data: Snapshot, view: SitingView, territory: Territory): string | null {
  const communes = data.territories.communes(territory).length;
  const words = implantation.problems;
  if (pairsOf(data, view, territory) > MOST_PAIRS || (view.goal === 'everyone' && communes > MOST_COVERED))
    return words.tooLarge;
  const cheapest = Math.max(1, Math.min(view.price, view.premisesPrice));
  return view.budget !== null && view.budget / cheapest > MOST_SITES
    ? words.tooMany(formatNumber(MOST_SITES))
    : null;
}

/** Pairs of a commune and a candidate that a question takes: told in minutes, or thought to be within its distance. */
function pairsOf(data: Snapshot, view: SitingView, territory: Territory): number {
  const communes = data.territories.communes(territory);
  const told = toldTimes(data, view.unit);
  const limit = view.goal === 'farthest' ? farthestLimit(told) : limitOf(data, view);
  if (told) return countWays(data, told, communes, limit);
  return communes.length * Math.min(communes.length, (Math.PI * (limit / 1_000) ** 2) / COMMUNE_KM2);
}

/** One spelling for each question, the day included. */
export const questionKey = (view: SitingView, today: string): string => `${writeSitingView(view)}/${today}`;

/** The frame of a view, kept as long as the data; `today` is an ISO day. */
export const frameOf = (data: Snapshot, view: SitingView, territory: Territory, today: string): SitingFrame =>
  remember(
    data,
    'siting-frame',
    questionKey(view, today),
    () =>
      sitingFrame(
        data,
        {
          ...view,
          forced: current(data, view.forced),
          forbidden: current(data, view.forbidden),
          list: current(data, view.list),
        },
        territory,
        today,
      ),
    8,
  );

/** Codes as they are today: those of merged communes are followed. */
export const current = ({ territories }: Snapshot, codes: readonly string[]): string[] =>
  codes.flatMap((code) => territories.get('commune', code)?.code ?? territories.successor(code)?.code ?? []);

/** Codes of an address that are not communes of the territory. */
export function strangers(
  data: Snapshot,
  view: Pick<SitingView, 'forbidden' | 'list'> & Partial<Pick<SitingView, 'forced'>>,
  territory: Territory,
): string[] {
  const inside = new Set(data.territories.communes(territory).map(({ code }) => code));
  return [...new Set([...(view.forced ?? []), ...view.forbidden, ...view.list])].filter(
    (code) => !current(data, [code]).some((one) => inside.has(one)),
  );
}
