import loadHighs, { type Highs } from 'highs';
import wasm from 'highs/runtime?url';
import { solveExactly } from '../domain/siting/exact/mip.ts';
import { proposing, type Proposal } from '../domain/siting/frame/proposing.ts';
import type { SolveOptions } from '../domain/siting/solve.ts';
import type { FromSiting, ToSiting } from './siting.ts';

/** Milliseconds of work between two looks at what is asked. */
const SLICE_MS = 100;

/** Seconds that an exact proof may hold the worker: what is asked meanwhile waits for it. */
const PROOF_SECONDS = 20;

let running = 0;
let highs: Highs | null = null;
/** The exact solver comes while the search begins; without it the proof is left to branches. */
let coming: Promise<void> | null = null;

const prove: SolveOptions['exact'] = (core, cost, start) =>
  highs
    ? solveExactly(highs, core, cost, { seconds: PROOF_SECONDS, start })
    : { open: null, bound: -Infinity };

self.onmessage = ({ data }: MessageEvent<ToSiting>): void => {
  const own = ++running;
  if (data.kind === 'stop') return;
  const { turn, frame, asked } = data;
  const proposals = proposing(frame, asked, { seed: 1, exact: prove });
  coming ??= loadHighs({ locateFile: () => wasm }).then(
    (loaded) => void (highs = loaded),
    // Out of reach: branches go on alone.
    () => undefined,
  );
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
