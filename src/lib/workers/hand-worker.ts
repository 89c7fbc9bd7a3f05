import { handFigures, type FiguresAsked } from '../domain/siting/hand/figures.ts';
import type { HandFrame } from '../domain/siting/hand/hand-frame.ts';
import { SpotFinder } from '../domain/siting/hand/whereabouts.ts';
import type { ToWorker } from './last-asked.ts';

let kept: { frame: HandFrame; finder: SpotFinder } | null = null;

self.onmessage = ({ data }: MessageEvent<ToWorker<HandFrame, FiguresAsked>>): void => {
  if (data.kind === 'keep') {
    kept = { frame: data.kept, finder: new SpotFinder(data.kept) };
    return;
  }
  if (!kept) return;
  self.postMessage({ turn: data.turn, answer: handFigures(kept.frame, data.asked, kept.finder) });
};
