import type { RobustnessRun } from '../domain/need/robustness.ts';
import { Need } from './need.ts';
import type { NeedAnswer, NeedRequest } from './need-messages.ts';

/** What a worker can do besides computing. */
export interface NeedPost {
  post(answer: NeedAnswer, transfer: ArrayBufferLike[]): void;
  /** Acts once the messages that wait have been read. */
  later(act: () => void): void;
  /** Milliseconds. */
  now(): number;
}

/** Milliseconds of draws between two looks at what is asked: a weight that moves meanwhile is not felt to wait. */
const SLICE = 30;

/**
 * Answers requests in their order; a robustness is drawn slice after slice, so that scores asked
 * meanwhile are answered and that it can be stopped.
 */
export function answerNeed({ post, later, now }: NeedPost): (event: { data: NeedRequest }) => void {
  const need = new Need();
  let drawing = 0;

  function guard(of: 'score' | 'robustness', turn: number, act: () => void): void {
    try {
      act();
    } catch (error) {
      post({ kind: 'failed', of, turn, message: error instanceof Error ? error.message : String(error) }, []);
    }
  }

  function draw(run: RobustnessRun, turn: number, top: number): void {
    if (turn !== drawing) return;
    const end = now() + SLICE;
    do run.run(5);
    while (!run.finished && now() < end);
    post({ kind: 'drawn', turn, done: run.done, of: run.draws }, []);
    if (!run.finished) {
      later(() => draw(run, turn, top));
      return;
    }
    const robustness = run.result(top);
    const { members, ranks, median, low, high, inTop } = robustness;
    post(
      { kind: 'robust', turn, robustness },
      [members, ranks, median, low, high, inTop].map(({ buffer }) => buffer),
    );
  }

  return ({ data }) => {
    switch (data.kind) {
      case 'figures':
        need.receive(data.sent);
        return;
      case 'score':
        guard('score', data.turn, () => {
          const scored = need.score(data.question);
          const { column, ranks, lacking } = scored.scores;
          const sent = [column.values, column.states, column.marks, column.covers, ranks, lacking];
          post(
            { kind: 'scored', turn: data.turn, scored },
            [...sent, scored.classification.codes].map(({ buffer }) => buffer),
          );
        });
        return;
      case 'robustness':
        drawing = data.turn;
        guard('robustness', data.turn, () => {
          const run = need.robustness(data.question);
          later(() => draw(run, data.turn, data.question.top));
        });
        return;
      case 'stop':
        drawing = 0;
    }
  };
}
