import { proposing, type Proposal } from '../domain/siting/frame/proposing.ts';
import type { FromSiting, ToSiting } from './siting.ts';

/** Milliseconds of work between two looks at what is asked. */
const SLICE_MS = 100;

let running = 0;

self.onmessage = ({ data }: MessageEvent<ToSiting>): void => {
  const own = ++running;
  if (data.kind === 'stop') return;
  const { turn, frame, asked } = data;
  const proposals = proposing(frame, asked, { seed: 1 });
  const work = (): void => {
    if (own !== running) return;
    const until = performance.now() + SLICE_MS;
    let better: Proposal | null = null;
    let done: boolean;
    do {
      const next = proposals.next();
      better = next.value ?? better;
      done = next.done ?? false;
    } while (!done && performance.now() < until);
    if (better) self.postMessage({ turn, proposal: better, done } satisfies FromSiting);
    // Lets a message in: to stop, or another question.
    if (!done) setTimeout(work);
  };
  work();
};
