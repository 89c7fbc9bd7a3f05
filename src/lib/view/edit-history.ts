/** What was done on a page since it opened: states before the one shown, and those undone. */
export interface EditHistory<State> {
  past: readonly State[];
  present: State;
  future: readonly State[];
  /** What made the present: moves of one thing in a row, a slider's or an arrow's, are one step. */
  gesture: string | null;
}

/** Steps kept: past these the oldest are forgotten. */
const MOST_STEPS = 200;

export const historyOf = <State>(present: State): EditHistory<State> => ({
  past: [],
  present,
  future: [],
  gesture: null,
});

/** A step more; what was undone is forgotten. The same `gesture` as the step before goes on with it. */
export function edited<State>(
  history: EditHistory<State>,
  present: State,
  gesture: string | null = null,
): EditHistory<State> {
  if (present === history.present) return history;
  const goesOn = gesture !== null && gesture === history.gesture;
  const past = goesOn ? history.past : [...history.past, history.present].slice(-MOST_STEPS);
  return { past, present, future: [], gesture };
}

/** One step back; the same history when there is none. */
export function undone<State>(history: EditHistory<State>): EditHistory<State> {
  const before = history.past.at(-1);
  if (before === undefined) return history;
  return {
    past: history.past.slice(0, -1),
    present: before,
    future: [history.present, ...history.future],
    gesture: null,
  };
}

/** One step forward again; the same history when nothing was undone. */
export function redone<State>(history: EditHistory<State>): EditHistory<State> {
  const [next, ...future] = history.future;
  if (next === undefined) return history;
  return { past: [...history.past, history.present], present: next, future, gesture: null };
}
