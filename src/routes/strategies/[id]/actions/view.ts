/** The five ways to look at the actions of a strategy, by their words in the address. */
export const ACTIONS_VIEWS = ['tableau', 'frise', 'carte', 'porteurs', 'financeurs'] as const;

export type ActionsView = (typeof ACTIONS_VIEWS)[number];

/** It never shows in the address. */
export const DEFAULT_VIEW: ActionsView = 'tableau';

export const isActionsView = (word: string): word is ActionsView =>
  (ACTIONS_VIEWS as readonly string[]).includes(word);

/** The address of a view, from the path of the page. */
export const viewAddress = (path: string, view: ActionsView): string =>
  view === DEFAULT_VIEW ? path : `${path}?vue=${view}`;
