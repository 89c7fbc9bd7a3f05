import type { RoundsAsked } from '#lib/domain/siting/rounds/asked.ts';
import type { Tours } from '#lib/domain/siting/rounds/instance.ts';
import { rounding, roundsOfPlan, type Rounds } from '#lib/domain/siting/rounds/rounding.ts';
import type { RoundsFrame } from '#lib/domain/siting/rounds/rounds-file.ts';
import type { Territory } from '#lib/domain/territory/territory.ts';
import { tournees } from '#lib/messages/tournees.ts';
import { remember } from '#lib/server/queries/memo.ts';
import type { Snapshot } from '#lib/server/queries/snapshot.ts';
import { firstAnswer } from '#lib/server/siting/first-answer.ts';
import { basesOf, marketsOf, roundsFrame, type FoundBases } from '#lib/server/siting/rounds.ts';
import { writeRoundsView, type RoundsView } from '#lib/view/rounds-view.ts';
import { current, isTooLarge } from '#lib/server/siting/asked.ts';

/** A question about rounds, with its bases and market days found. */
export interface RoundsQuestion {
  view: RoundsView;
  territory: Territory;
  /** ISO day. */
  today: string;
  found: FoundBases;
  markets: ReturnType<typeof marketsOf>;
  asked: RoundsAsked;
}

/** What a view asks about a territory. */
export function questionOf(
  data: Snapshot,
  view: RoundsView,
  territory: Territory,
  today: string,
): RoundsQuestion {
  const found = basesOf(data, view.bases, territory);
  const markets = marketsOf(data, view.markets, territory);
  return {
    view,
    territory,
    today,
    found,
    markets,
    asked: {
      limit: 1_000 * view.limit,
      bases: found.bases.map(({ base }) => base),
      teams: view.teams,
      days: view.days,
      stopsADay: view.stopsADay,
      minutesADay: view.day,
      minutesAStop: view.stop,
      leavesAt: view.leavesAt,
      metresADay: 1_000 * view.kilometres,
      detour: view.detour,
      speed: view.speed,
      markets: markets.markets,
      marketsOnly: view.marketsOnly,
    },
  };
}

/** Communes of the largest région, and some: a week of rounds is never looked for in more. */
const MOST_COMMUNES = 6_000;

/** Why rounds are more than a page can wait for, in French; `null` when they are not. */
export function excessOf(data: Snapshot, view: RoundsView, territory: Territory): string | null {
  const communes = data.territories.communes(territory).length;
  return communes > MOST_COMMUNES || isTooLarge(communes, view.limit) ? tournees.problems.tooLarge : null;
}

/** One spelling for each question, the day included. */
const questionKey = ({ view, today }: RoundsQuestion): string => `${writeRoundsView(view)}/${today}`;

/** The frame of a question, kept as long as the data. */
export const frameOf = (data: Snapshot, question: RoundsQuestion): RoundsFrame =>
  remember(
    data,
    'rounds-frame',
    questionKey({ ...question, view: { ...question.view, plan: null } }),
    () => {
      const { view, asked, territory, today } = question;
      const lists = { forbidden: current(data, view.forbidden), list: current(data, view.list) };
      return roundsFrame(data, { ...view, ...lists }, asked.bases, territory, today);
    },
    4,
  );

/** Ordinals of the communes of a plan; `null` without a plan, or when a code is none. */
export function planOf(data: Snapshot, { plan }: RoundsView): Tours | null {
  const tours = plan?.map((codes) =>
    codes.map((code) => data.territories.get('commune', code)?.ordinal ?? -1),
  );
  return tours && !tours.flat().includes(-1) ? tours : null;
}

/** The rounds of the plan of an address; `null` without one, or when it does not hold in its days. */
export function plannedRounds(data: Snapshot, question: RoundsQuestion): Rounds | null {
  const plan = planOf(data, question.view);
  if (!plan) return null;
  const { frame, told } = frameOf(data, question);
  return roundsOfPlan(frame, question.asked, told, plan);
}

/** The best rounds found while a page can be waited for, from those of the address if any, kept as long as the data. */
export const firstRounds = (data: Snapshot, question: RoundsQuestion): Promise<Rounds> =>
  remember(
    data,
    'rounds-first',
    questionKey(question),
    () =>
      firstAnswer(() => {
        const { frame, told } = frameOf(data, question);
        // A copy: what is kept for all would share objects with the first visitor's question, and a page says so.
        return rounding(frame, structuredClone(question.asked), told, {
          seed: 1,
          start: planOf(data, question.view),
        });
      }),
    32,
  );
