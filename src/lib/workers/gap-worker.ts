import { measureGap } from './gap.ts';
import type { GapAnswer, GapRequest } from './gap-messages.ts';

let points: Extract<GapRequest, { kind: 'points' }> | null = null;

self.onmessage = ({ data }: MessageEvent<GapRequest>): void => {
  if (data.kind === 'points') {
    points = data;
    return;
  }
  if (!points) return;
  const answer: GapAnswer = { turn: data.turn, gap: measureGap(points.centres, points.places, data.asked) };
  self.postMessage(answer, { transfer: [answer.gap.distances.buffer, answer.gap.nearest.buffer] });
};
