import type { ActionModel } from './action-model.ts';
import { AUDIENCE_ACTIONS } from './audience-actions.ts';
import type { Audience } from './audience.ts';
import { EQUIPMENT_ACTIONS } from './equipment-actions.ts';
import { HELPER_ACTIONS } from './helper-actions.ts';
import { LEARNING_ACTIONS } from './learning-actions.ts';
import type { NeedKind } from './need-kind.ts';
import { OUTREACH_ACTIONS } from './outreach-actions.ts';
import { POST_ACTIONS } from './post-actions.ts';
import { RECEPTION_ACTIONS } from './reception-actions.ts';

/** Every action that a strategy may start from, in the order in which pages list them. */
export const ACTION_LIBRARY: readonly ActionModel[] = [
  ...RECEPTION_ACTIONS,
  ...HELPER_ACTIONS,
  ...POST_ACTIONS,
  ...OUTREACH_ACTIONS,
  ...LEARNING_ACTIONS,
  ...AUDIENCE_ACTIONS,
  ...EQUIPMENT_ACTIONS,
];

const byKey = new Map(ACTION_LIBRARY.map((model) => [model.key, model]));

/** The action of that key, if any: keys come from addresses. */
export const findModel = (key: string): ActionModel | undefined => byKey.get(key);

/** What is looked for in the library; `null` asks nothing. */
export interface LibraryQuestion {
  need: NeedKind | null;
  audience: Audience | null;
}

/**
 * The actions that answer a need and serve a public. One made for everyone serves any public, but comes
 * after those made for it; `helpers` help and are not helped, so that what is for everyone is not for them.
 */
export function modelsFor({ need, audience }: LibraryQuestion): ActionModel[] {
  const answering = ACTION_LIBRARY.filter(({ needs }) => need === null || needs.includes(need));
  if (audience === null) return answering;
  const made = answering.filter(({ audiences }) => audiences.includes(audience));
  if (audience === 'helpers' || audience === 'everyone') return made;
  const open = answering.filter((model) => model.audiences.includes('everyone') && !made.includes(model));
  return [...made, ...open];
}
