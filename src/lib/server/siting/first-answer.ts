import { inSlices } from '../queries/in-slices.ts';

/** Milliseconds that the server searches before it answers: the browser goes on from there. */
const PATIENCE_MS = 300;

/** The search under way: a frame is hundreds of megabytes, so that one is held at a time. */
let turn: Promise<unknown> = Promise.resolve();

/**
 * The best of what a search proposes while a page can be waited for; the first answer takes what it takes.
 * `begin` makes the search, when those before have ended.
 */
export function firstAnswer<Answer>(begin: () => Generator<Answer | null, Answer>): Promise<Answer> {
  const search = (): Promise<Answer> => inSlices(searching(begin()));
  const own = turn.then(search, search);
  turn = own.catch(() => undefined);
  return own;
}

function* searching<Answer>(answers: Generator<Answer | null, Answer>): Generator<void, Answer> {
  const until = performance.now() + PATIENCE_MS;
  let best: Answer | null = null;
  for (;;) {
    const { value, done } = answers.next();
    if (done) return value;
    best = value ?? best;
    if (best !== null && performance.now() > until) return best;
    yield;
  }
}
