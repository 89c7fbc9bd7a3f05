import type { Step } from '../domain/strategy/model/steps.ts';

/** Where each step stands under the page of its strategy. */
export const STEP_PATHS: Readonly<Record<Step, string>> = {
  perimeter: 'perimetre',
  diagnosis: 'diagnostic',
  actors: 'acteurs',
  gaps: 'ecarts',
  priorities: 'priorites',
  actions: 'actions',
  governance: 'gouvernance',
  budget: 'budget',
  followUp: 'suivi',
};
