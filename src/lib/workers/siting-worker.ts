import loadHighs, { type Highs } from 'highs';
import wasm from 'highs/runtime?url';
import { solveExactly } from '../domain/siting/exact/mip.ts';
import type { FrameAsked } from '../domain/siting/frame/frame-question.ts';
import { proposing } from '../domain/siting/frame/proposing.ts';
import type { SitingFrame } from '../domain/siting/frame/siting-frame.ts';
import type { SolveOptions } from '../domain/siting/solve.ts';
import { serveProposals } from './serve-proposals.ts';

/** Seconds that an exact proof may hold the worker: what is asked meanwhile waits for it. */
const PROOF_SECONDS = 20;

let highs: Highs | null = null;
/** The exact solver comes while the search begins; without it the proof is left to branches. */
let coming: Promise<void> | null = null;

const prove: SolveOptions['exact'] = (core, cost, start) =>
  highs
    ? solveExactly(highs, core, cost, { seconds: PROOF_SECONDS, start })
    : { open: null, bound: -Infinity };

serveProposals((frame: SitingFrame, asked: FrameAsked) => {
  coming ??= loadHighs({ locateFile: () => wasm }).then(
    (loaded) => void (highs = loaded),
    // Out of reach: branches go on alone.
    () => undefined,
  );
  return proposing(frame, asked, { seed: 1, exact: prove });
});
