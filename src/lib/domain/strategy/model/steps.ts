import { budgetOf } from './budget.ts';
import { expectedPeople } from './expected-people.ts';
import type { Strategy } from './strategy.ts';

/** The steps of a strategy, in the national order; none must be filled in before another. */
export const STEPS = [
  'perimeter',
  'diagnosis',
  'actors',
  'gaps',
  'priorities',
  'actions',
  'governance',
  'budget',
  'followUp',
] as const;

export type Step = (typeof STEPS)[number];

/** Something that a step lacks, and of how many things. */
export type Lack =
  | 'sponsor'
  | 'pilot'
  | 'years'
  | 'diagnosis'
  | 'staleDiagnosis'
  | 'movedDiagnosis'
  | 'voices'
  | 'actors'
  | 'actorOffers'
  | 'gaps'
  | 'scores'
  | 'arguments'
  | 'actions'
  | 'actionGap'
  | 'gapAction'
  | 'actionLead'
  | 'actionDates'
  | 'actionPeople'
  | 'bodies'
  | 'costs'
  | 'amounts'
  | 'unfunded'
  | 'revision'
  | 'indicators'
  | 'targets'
  | 'measures';

/** What a step lacks: `count` of the things that it has, or 1 for the thing itself. */
export interface Missing {
  step: Step;
  lack: Lack;
  count: number;
}

/** How the last diagnosis stands beside what is loaded. */
export type DiagnosisState = 'none' | 'current' | 'stale' | 'moved';

/** What each step of a strategy still lacks, in order; a step that rests on another lacks what that one has none of. `today` is an ISO day. */
export function missingOf(strategy: Strategy, diagnosis: DiagnosisState, today: string): Missing[] {
  const missing: Missing[] = [];
  const lacks = (step: Step, lack: Lack, count: number | boolean): void => {
    if (Number(count) > 0) missing.push({ step, lack, count: Number(count) });
  };
  const { actors, gaps, bodies } = strategy;
  const actions = strategy.actions.filter(({ status }) => status !== 'dropped');
  const answered = new Set(actions.flatMap((action) => action.gaps));
  const indicators = actions.flatMap((action) => action.indicators);
  const budget = budgetOf(actions);
  lacks('perimeter', 'sponsor', strategy.sponsor === '');
  lacks('perimeter', 'pilot', strategy.pilot === '');
  lacks('perimeter', 'years', strategy.from === null || strategy.to === null);
  lacks('diagnosis', 'diagnosis', diagnosis === 'none');
  lacks('diagnosis', 'staleDiagnosis', diagnosis === 'stale');
  lacks('diagnosis', 'movedDiagnosis', diagnosis === 'moved');
  lacks('diagnosis', 'voices', strategy.voices === '');
  lacks('actors', 'actors', actors.length === 0);
  lacks('actors', 'actorOffers', actors.filter(({ offers }) => offers === '').length);
  lacks('gaps', 'gaps', gaps.length === 0);
  lacks('priorities', 'gaps', gaps.length === 0);
  lacks(
    'priorities',
    'scores',
    gaps.filter(({ impact, feasibility }) => impact === null || feasibility === null).length,
  );
  lacks('priorities', 'arguments', gaps.filter(({ argument }) => argument === '').length);
  lacks('actions', 'actions', actions.length === 0);
  lacks('actions', 'actionGap', actions.filter((action) => action.gaps.length === 0).length);
  lacks('actions', 'gapAction', gaps.filter(({ id }) => !answered.has(id)).length);
  lacks(
    'actions',
    'actionLead',
    actions.filter(({ lead, entrusted }) => lead === '' && entrusted === '').length,
  );
  lacks('actions', 'actionDates', actions.filter(({ from, to }) => from === '' || to === '').length);
  lacks('actions', 'actionPeople', actions.filter((action) => expectedPeople(action) === null).length);
  lacks('governance', 'bodies', bodies.length === 0 && strategy.governance === '');
  lacks('budget', 'actions', actions.length === 0);
  lacks('budget', 'costs', actions.filter(({ costs }) => costs.length === 0).length);
  lacks('budget', 'amounts', budget.unsaid);
  lacks('budget', 'unfunded', budget.unfunded > 0);
  lacks('followUp', 'revision', strategy.revision === '');
  lacks('followUp', 'actions', actions.length === 0);
  lacks('followUp', 'indicators', actions.filter((action) => action.indicators.length === 0).length);
  lacks(
    'followUp',
    'targets',
    indicators.filter(({ target, targetDay }) => target === null || targetDay === '').length,
  );
  lacks(
    'followUp',
    'measures',
    indicators.filter(
      ({ measures, targetDay }) => measures.length === 0 && targetDay !== '' && targetDay <= today,
    ).length,
  );
  return missing;
}
