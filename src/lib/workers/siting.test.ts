import { expect, it } from 'vitest';
import type { FrameAsked } from '../domain/siting/frame/frame-question.ts';
import type { Proposal } from '../domain/siting/frame/proposal.ts';
import type { SitingFrame } from '../domain/siting/frame/siting-frame.ts';
import { SitingRunner, type ToSiting } from './siting.ts';

it('tells the proposals of the last question only, and none once stopped', () => {
  const sent: ToSiting[] = [];
  const worker = {
    postMessage: (message: ToSiting) => void sent.push(message),
    terminate: () => undefined,
    onmessage: null as Worker['onmessage'],
    onerror: null as Worker['onerror'],
  };
  const told: number[] = [];
  let failures = 0;
  const runner = new SitingRunner(
    worker,
    ({ gap }) => void told.push(gap),
    () => failures++,
  );
  const answer = (turn: number, gap: number): void =>
    worker.onmessage?.call(
      worker as unknown as Worker,
      {
        data: { turn, proposal: { gap } as Proposal, done: false },
      } as MessageEvent,
    );
  const [frame, asked] = [{} as SitingFrame, {} as FrameAsked];
  runner.ask(frame, asked);
  answer(1, 0.5);
  runner.ask(frame, asked);
  answer(1, 0.4);
  answer(2, 0.3);
  runner.stop();
  answer(2, 0.2);
  expect(told).toEqual([0.5, 0.3]);
  expect(sent.map(({ kind }) => kind)).toEqual(['ask', 'ask', 'stop']);
  worker.onerror?.call(worker as unknown as Worker, {} as ErrorEvent);
  expect(failures).toBe(1);
});
