import type { FromProposer, ToProposer } from './proposals.ts';

/** Milliseconds of work between two looks at what is asked. */
const SLICE_MS = 100;

/** Answers from within a worker: what is asked is searched slice by slice, each better proposal told, until another question or a stop. */
export function serveProposals<Frame, Asked, Proposal>(
  propose: (frame: Frame, asked: Asked) => Generator<Proposal | null, Proposal>,
): void {
  let running = 0;
  self.onmessage = ({ data }: MessageEvent<ToProposer<Frame, Asked>>): void => {
    const own = ++running;
    if (data.kind === 'stop') return;
    const { turn, frame, asked } = data;
    const proposals = propose(frame, asked);
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
      if (better) self.postMessage({ turn, proposal: better, done } satisfies FromProposer<Proposal>);
      // Lets a message in: to stop, or another question.
      if (!done) setTimeout(work);
    };
    work();
  };
}
