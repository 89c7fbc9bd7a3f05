import { measureAccess, type AccessAsked, type AccessKept } from './access.ts';
import type { ToWorker } from './last-asked.ts';

const kept: AccessKept = {};

self.onmessage = ({ data }: MessageEvent<ToWorker<AccessKept, AccessAsked>>): void => {
  if (data.kind === 'keep') {
    Object.assign(kept, data.kept);
    return;
  }
  const { points, centres, people, places } = kept;
  if (!points || !centres || !people || !places) return;
  const answer = measureAccess({ ...kept, points, centres, people, places }, data.asked);
  self.postMessage({ turn: data.turn, answer });
};
