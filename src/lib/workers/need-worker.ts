import { Need } from './need.ts';
import type { NeedAnswer, NeedRequest } from './need-messages.ts';

const need = new Need();

self.onmessage = ({ data }: MessageEvent<NeedRequest>): void => {
  if (data.kind === 'figures') {
    need.receive(data.sent);
    return;
  }
  const scored = need.score(data.question);
  const answer: NeedAnswer = { kind: 'scored', turn: data.turn, scored };
  const { column, ranks, lacking } = scored.scores;
  self.postMessage(answer, {
    transfer: [
      column.values.buffer,
      column.states.buffer,
      column.marks.buffer,
      column.covers.buffer,
      ranks.buffer,
      lacking.buffer,
      scored.classification.codes.buffer,
    ],
  });
};
