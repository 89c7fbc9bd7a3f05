import type { IncomingMessage } from 'node:http';
import { live } from '../../../messages/live.ts';
import { LiveError } from '../live-error.ts';
import { readRetryAfter } from './retry.ts';

/** Asked too often, or too busy: RFC 9110 and 6585. */
const BUSY = new Set([429, 503]);

/** Where the body of an answer is written. */
export interface Place {
  from: number;
  /** Bytes of the whole file, said with a rest of it; `null` when the body is the whole. */
  total: number | null;
}

/**
 * What an answer brings: where its body is written, or nothing new. `had` bytes were asked to be gone on
 * from: the rest is taken only when it starts there and is said to go to the end. Throws a `LiveError` for
 * an answer that brings no file.
 */
export function checkAnswer(
  answer: IncomingMessage,
  host: string,
  had: number,
  now: Date,
): Place | 'unchanged' {
  const { statusCode: status = 0, headers } = answer;
  if (status === 200) return { from: 0, total: null };
  if (status === 304 && had === 0) return 'unchanged';
  const rest = rangeOf(headers['content-range']);
  if (status === 206 && had > 0 && rest?.start === had && rest.end + 1 === rest.total)
    return { from: had, total: rest.total };
  answer.destroy();
  // The rest was asked for and cannot be had, or something else came: the whole is asked for next.
  if (status === 206 || status === 304 || status === 416)
    throw new LiveError('passing', live.cut(host), { spoilt: true });
  if (BUSY.has(status)) {
    const retryAfter = readRetryAfter(headers['retry-after'], now);
    throw new LiveError('later', live.busy(host), { host, retryAfter });
  }
  if (status === 404 || status === 410) throw new LiveError('missing', live.missing(host));
  if (status >= 500 || status === 408) throw new LiveError('passing', live.broken(host, status));
  throw new LiveError('refused', live.refused(host, status));
}

/** The range that an answer says it is; `null` when it does not say of how many bytes. */
function rangeOf(header: string | undefined): { start: number; end: number; total: number } | null {
  const found = /^bytes (\d+)-(\d+)\/(\d+)$/.exec(header ?? '');
  if (!found) return null;
  const [start = 0, end = 0, total = 0] = found.slice(1).map(Number);
  return { start, end, total };
}
