import { error } from '@sveltejs/kit';
import { rapport as words } from '../../../messages/rapport.ts';
import { TooManyWaiting } from './turns.ts';

/** Says why nothing was printed, and what to do; the reason itself goes to the server's log. */
export function sayPrintFailure(cause: unknown): never {
  if (cause instanceof TooManyWaiting) error(503, words.busy);
  process.stderr.write(`${JSON.stringify({ at: new Date().toISOString(), print: String(cause) })}\n`);
  error(502, words.failed);
}
