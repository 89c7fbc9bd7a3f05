import { parentPort } from 'node:worker_threads';
import type { Proposal } from '../../../domain/siting/frame/proposal.ts';
import { proposing } from '../../../domain/siting/frame/proposing.ts';
import type { FromSearcher, ToSearcher } from './search-messages.ts';

/** Milliseconds between two proposals that are told: more would be read by nobody. */
const TOLD_EVERY_MS = 500;

const tell = (message: FromSearcher): void => parentPort?.postMessage(message);

/** Searches until nothing is better, or until the time given is over and something was found. */
function search({ frame, asked, ms }: ToSearcher): void {
  const until = performance.now() + ms;
  let next = performance.now() + TOLD_EVERY_MS;
  let found = false;
  let better: Proposal | null = null;
  const proposals = proposing(frame, asked, { seed: 1 });
  for (;;) {
    const { value, done } = proposals.next();
    better = value ?? better;
    found ||= better !== null;
    const now = performance.now();
    if (done || (found && now > until)) return tell({ proposal: better, done: true });
    if (better && now > next) {
      tell({ proposal: better, done: false });
      better = null;
      next = now + TOLD_EVERY_MS;
    }
  }
}

parentPort?.once('message', search);
