import type { IncomingMessage } from 'node:http';
import { live } from '../../../messages/live.ts';
import { LiveError } from '../live-error.ts';
import { readRetryAfter } from './retry.ts';

/** Asked too often, or too busy: RFC 9110 and 6585. */
const BUSY = new Set([429, 503]);

/**
 * What an answer brings: the position its body is written at, or nothing new. `had` bytes were asked to be
 * gone on from. Throws a `LiveError` for an answer that brings no file.
 */
export function checkAnswer(
  answer: IncomingMessage,
  host: string,
  had: number,
  now: Date,
): number | 'unchanged' {
  const { statusCode: status = 0, headers } = answer;
  if (status === 200) return 0;
  if (status === 304 && had === 0) return 'unchanged';
  if (status === 206 && had > 0 && startOf(headers['content-range']) === had) return had;
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

const startOf = (range: string | undefined): number | null => {
  const [, start] = /^bytes (\d+)-\d+\/(?:\d+|\*)$/.exec(range ?? '') ?? [];
  return start === undefined ? null : Number(start);
};
