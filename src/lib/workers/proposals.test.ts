import { expect, it } from 'vitest';
import { ProposalRunner, type ToProposer } from './proposals.ts';

it('tells the proposals of the last question only, and none once stopped', () => {
  const sent: ToProposer<string, string>[] = [];
  const worker = {
    postMessage: (message: ToProposer<string, string>) => void sent.push(message),
    terminate: () => undefined,
    onmessage: null as Worker['onmessage'],
    onerror: null as Worker['onerror'],
  };
  const told: number[] = [];
  let failures = 0;
  const runner = new ProposalRunner<string, string, { gap: number }>(
    worker,
    ({ gap }) => void told.push(gap),
    () => failures++,
  );
  const answer = (turn: number, gap: number): void =>
    worker.onmessage?.call(
      worker as unknown as Worker,
      {
        data: { turn, proposal: { gap }, done: false },
      } as MessageEvent,
    );
  const [frame, asked] = ['frame', 'asked'];
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
