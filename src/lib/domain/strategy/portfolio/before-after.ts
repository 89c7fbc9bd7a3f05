import { progressOf, type Progress } from '../model/progress.ts';
import type { Gap, Indicator, Strategy } from '../model/strategy.ts';
import { countedNow } from '../plan/counted-now.ts';
import { sumKnown, type KnownSum } from '../plan/known-sum.ts';

/** An indicator of an action, from where it started to where it should go. */
export interface IndicatorLine {
  action: { id: string; name: string };
  indicator: Indicator;
  progress: Progress;
}

/** People within reach before and after what an action opens, as its scenario was counted. */
export interface ReachLine {
  action: { id: string; name: string };
  /** « personnes sous le seuil de pauvreté, à 10 km ». */
  question: string;
  /** The day it was counted, ISO. */
  day: string;
  all: number;
  before: number;
  after: number;
}

/** Gaps of a strategy, by whether an action answers them. */
export interface GapsAnswered {
  answered: Gap[];
  left: Gap[];
  /** People of each gap, added up: who lacks two things is counted twice. */
  answeredPeople: KnownSum;
  leftPeople: KnownSum;
}

/** What changed, and should, by a strategy. Dropped actions answer nothing. */
export interface BeforeAfter {
  indicators: IndicatorLine[];
  /** A line a scenario: their questions differ, so they are never added up. */
  reach: ReachLine[];
  gaps: GapsAnswered;
}

/** Reads before and after of a strategy. */
export function beforeAfterOf({ actions, gaps }: Pick<Strategy, 'actions' | 'gaps'>): BeforeAfter {
  const standing = actions.filter(({ status }) => status !== 'dropped');
  const answered = new Set(standing.flatMap((action) => action.gaps));
  const [done, left] = [true, false].map((is) => gaps.filter(({ id }) => answered.has(id) === is)) as [
    Gap[],
    Gap[],
  ];
  const peopleOf = (list: readonly Gap[]): KnownSum => sumKnown(list.map(({ people }) => people));
  return {
    indicators: standing.flatMap(({ id, name, indicators }) =>
      indicators.map((indicator) => ({ action: { id, name }, indicator, progress: progressOf(indicator) })),
    ),
    reach: standing.flatMap((action) => {
      const counted = countedNow(action);
      if (!counted) return [];
      const { question, day, people } = counted;
      const { all, before, after } = people;
      return [{ action: { id: action.id, name: action.name }, question, day, all, before, after }];
    }),
    gaps: { answered: done, left, answeredPeople: peopleOf(done), leftPeople: peopleOf(left) },
  };
}
