import type { PlaceFilter } from '../domain/places/filter.ts';
import { measureGap } from './gap.ts';
import type { GapPoints } from './gap-runner.ts';
import type { ToWorker } from './last-asked.ts';

let points: GapPoints | null = null;

self.onmessage = ({ data }: MessageEvent<ToWorker<GapPoints, PlaceFilter>>): void => {
  if (data.kind === 'keep') {
    points = data.kept;
    return;
  }
  if (!points) return;
  const answer = measureGap(points.centres, points.places, data.asked);
  self.postMessage(
    { turn: data.turn, answer },
    { transfer: [answer.distances.buffer, answer.nearest.buffer] },
  );
};
