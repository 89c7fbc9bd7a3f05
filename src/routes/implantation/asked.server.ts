import type { FrameAsked } from '#lib/domain/siting/frame/frame-question.ts';
import type { SitingFrame } from '#lib/domain/siting/frame/siting-frame.ts';
import type { Territory } from '#lib/domain/territory/territory.ts';
import { remember } from '#lib/server/queries/memo.ts';
import type { Snapshot } from '#lib/server/queries/snapshot.ts';
import { sitingFrame } from '#lib/server/siting/frame.ts';
import { writeSitingView, type SitingView } from '#lib/view/siting-view.ts';

/** What a view asks of its frame. */
export const askedOf = (view: SitingView): FrameAsked => ({
  goal: view.goal,
  count: view.count,
  budget: view.budget,
  price: view.price,
  premisesPrice: view.premisesPrice,
  limit: 1_000 * view.limit,
  closures: view.closures,
  equity: view.equity / 100,
});

/** More communes than this have too many distances to compare for the one served worst. */
const MOST_COMMUNES = 6_000;

/** Whether a question has more distances than a browser holds. */
export const isTooLarge = (data: Snapshot, { goal }: SitingView, territory: Territory): boolean =>
  goal === 'farthest' && data.territories.communes(territory).length > MOST_COMMUNES;

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
const current = ({ territories }: Snapshot, codes: readonly string[]): string[] =>
  codes.flatMap((code) => territories.get('commune', code)?.code ?? territories.successor(code)?.code ?? []);

/** Codes of an address that are not communes of the territory. */
export function strangers(data: Snapshot, view: SitingView, territory: Territory): string[] {
  const inside = new Set(data.territories.communes(territory).map(({ code }) => code));
  return [...new Set([...view.forced, ...view.forbidden, ...view.list])].filter(
    (code) => !current(data, [code]).some((one) => inside.has(one)),
  );
}
