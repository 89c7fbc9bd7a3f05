import type { ActionModel } from './action-model.ts';
import { sayAudiences } from './audience.ts';

/** A new action as plain words to edit, before anybody has changed it. */
export interface ActionDraft {
  /** Key of the action of the library that it comes from. */
  model: string;
  title: string;
  need: string;
  public: string;
  description: string;
  prerequisites: string;
  indicators: readonly { name: string; unit: string }[];
  months: number;
}

/** A list as lines of text, each with its mark. */
const lines = (items: readonly string[], mark: (at: number) => string): string =>
  items.map((item, at) => `${mark(at)} ${item}`).join('\n');

/** The words from which an action of a strategy starts: nothing of them is a promise yet. */
export function draftOf(model: ActionModel): ActionDraft {
  const { key, title, need, audiences, summary, steps, prerequisites, indicators, months } = model;
  return {
    model: key,
    title,
    need,
    public: sayAudiences(audiences),
    description: `${summary}\n\n${lines(steps, (at) => `${at + 1}.`)}`,
    prerequisites: lines(prerequisites, () => '-'),
    indicators: indicators.map(({ name, unit }) => ({ name, unit })),
    months,
  };
}
