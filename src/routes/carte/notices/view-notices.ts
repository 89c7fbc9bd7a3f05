import { problemSentence } from '#lib/composer/index-words.ts';
import { mayRedistribute } from '#lib/domain/indicators/catalogue.ts';
import type { Indicator } from '#lib/domain/indicators/indicator.ts';
import type { ScoreProblem } from '#lib/domain/need/score-problem.ts';
import type { MapLevel } from '#lib/domain/territory/level.ts';
import { LEVEL_PLURALS } from '#lib/format/territory.ts';
import { carte } from '#lib/messages/carte.ts';
import { croisement } from '#lib/messages/croisement.ts';
import { crossedWith, cutOf } from '#lib/view/crossing-view.ts';
import type { MapView } from '#lib/view/map-view.ts';
import type { Ignored } from '#lib/view/read-map-view.ts';

export interface NoticeInput {
  view: MapView;
  ignored: readonly Ignored[];
  subject: Indicator;
  /** Levels that have figures of it. */
  available: readonly MapLevel[];
  /** A level asked for and without figures. */
  missing: MapLevel | null;
  /** What the index on screen cannot say. */
  problems: readonly ScoreProblem[];
  /** Whether the territory of the address was found. */
  found: boolean;
  outlines: boolean;
}

/** All that the page did not do as the address asked, in sentences. */
export function viewNotices({
  view,
  ignored,
  subject,
  available,
  missing,
  problems,
  found,
  outlines,
}: NoticeInput): string[] {
  const words = carte.notices;
  const crossed = crossedWith(view);
  const figures = view.layer === 'indicator' && crossed === null;
  const reason = subject.aggregate.rule === 'none' ? subject.aggregate.reason : words.noFigures;
  return [
    ...ignored.map(({ parameter, value, reason: why }) => words.reasons[why](parameter, value)),
    ...(view.territory !== null && !found ? [words.unknownTerritory(view.territory)] : []),
    ...(figures && available.length === 0 ? [words.noFigures] : []),
    ...(figures && available.length > 0 && missing
      ? [words.missingLevel(LEVEL_PLURALS[missing], reason)]
      : []),
    ...(figures && view.method === 'manual' && !mayRedistribute(subject) ? [words.restrictedLimits] : []),
    ...(view.second !== null && crossed === null ? [croisement.notices.impossible] : []),
    ...(crossed !== null && available.length === 0 ? [croisement.notices.noLevel] : []),
    ...(crossed !== null && missing ? [croisement.notices.missingLevel(LEVEL_PLURALS[missing])] : []),
    ...(crossed !== null && view.method === 'manual' ? [limitsNotice(view)] : []),
    ...(view.layer === 'index' ? problems.map(problemSentence) : []),
    ...(outlines ? [] : [words.noOutlines]),
  ];
}

/** A crossing takes limits of one's own for its first measure, when there are two. */
const limitsNotice = (view: MapView): string =>
  cutOf(view).method === 'manual' ? croisement.notices.firstLimits : croisement.notices.limits;
