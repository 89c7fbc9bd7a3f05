import type { FiguresAsked, HandFigures } from '../domain/siting/hand/figures.ts';
import type { HandFrame } from '../domain/siting/hand/hand-frame.ts';
import { LastAsked } from './last-asked.ts';

/** Counts scenarios of one frame in a worker; only the last one asked is answered. */
export type HandRunner = LastAsked<HandFrame, FiguresAsked, HandFigures>;

/** The worker itself, bundled apart. */
export function startHandRunner(frame: HandFrame): HandRunner {
  const runner: HandRunner = new LastAsked(
    new Worker(new URL('./hand-worker.ts', import.meta.url), { type: 'module' }),
  );
  runner.keep(frame);
  return runner;
}
