import { measureAccess, type AccessAsked, type AccessKept } from './access.ts';
import type { ToWorker } from './last-asked.ts';

const kept: AccessKept = {};

self.onmessage = ({ data }: MessageEvent<ToWorker<AccessKept, AccessAsked>>): void => {
  if (data.kind === 'keep') {
    Object.assign(kept, data.kept);
    return;
  }
  const { centres, people, places } = kept;
  if (!centres || !people || !places) return;
  const answer = measureAccess({ ...kept, centres, people, places }, data.asked);
  self.postMessage({ turn: data.turn, answer });
};
