import loadHighs, { type Highs } from 'highs';
import wasm from 'highs/runtime?url';
import { capacityProof } from '../domain/siting/capacity/capacity-mip.ts';
import { solveExactly } from '../domain/siting/exact/mip.ts';
import type { FrameAsked } from '../domain/siting/frame/frame-question.ts';
import { proposing, type ProposingOptions } from '../domain/siting/frame/proposing.ts';
import type { SitingFrame } from '../domain/siting/frame/siting-frame.ts';
import { serveProposals } from './serve-proposals.ts';

/** Pairs with capacities that the exact solver has memory for in a browser. */
const MOST_SHARED = 60_000;

/** Seconds that an exact proof may hold the worker: what is asked meanwhile waits for it. */
const PROOF_SECONDS = 20;

const share: ProposingOptions['shares'] = (instance, value) => {
  if (!settled) return null;
  return highs && instance.sites.length <= MOST_SHARED
    ? capacityProof(highs, PROOF_SECONDS)(instance, value)
    : { open: null, atMost: Infinity };
};

let highs: Highs | null = null;
/** The exact solver comes while the search begins; without it the proof is left to branches. */
let coming: Promise<void> | null = null;
/** Whether it is known to be there, or not to come. */
let settled = false;

const prove: ProposingOptions['exact'] = (core, cost, start) =>
  highs
    ? solveExactly(highs, core, cost, { seconds: PROOF_SECONDS, start })
    : { open: null, bound: -Infinity };

serveProposals((frame: SitingFrame, asked: FrameAsked) => {
  coming ??= loadHighs({ locateFile: () => wasm })
    .then(
      (loaded) => void (highs = loaded),
      // Out of reach: branches go on alone.
      () => undefined,
    )
    .finally(() => (settled = true));
  return proposing(frame, asked, { seed: 1, exact: prove, shares: share });
});
