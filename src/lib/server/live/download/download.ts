import { open } from 'node:fs/promises';
import { formatDateTime } from '../../../format/date.ts';
import { formatCount } from '../../../format/number.ts';
import { live } from '../../../messages/live.ts';
import { LiveError } from '../live-error.ts';
import type { Patience } from './patience.ts';
import { backOff, TRIES } from './retry.ts';
import { tryOnce, type DownloadAsked, type Downloaded } from './try-once.ts';
import { NOTHING } from './validators.ts';
import type { Wire } from '../reach/wire.ts';

const MINUTE = 60_000;

/**
 * Fetches one file, trying again and going on from what came when that may help. Throws a `LiveError` when
 * it cannot be had; what stands at `path` is then no file.
 */
export async function download(wire: Wire, patience: Patience, asked: DownloadAsked): Promise<Downloaded> {
  const { host } = new URL(asked.url);
  const { now, random, totalMs, longestWaitMs } = patience;
  const until = now().getTime() + totalMs;
  const signal = AbortSignal.any([AbortSignal.timeout(totalMs), ...(asked.signal ? [asked.signal] : [])]);
  const tooSlow = (): LiveError => {
    const minutes = formatCount(Math.max(1, Math.round(totalMs / MINUTE)), 'minute');
    return new LiveError('refused', live.tooSlow(host, minutes));
  };
  const handle = await open(asked.path, 'w').catch((cause: Error) => {
    throw new LiveError('disk', live.disk(cause.message));
  });
  let part = NOTHING;
  try {
    for (let attempt = 1; ; attempt++) {
      try {
        return await tryOnce(wire, { ...asked, signal }, handle, part, {
          now: now(),
          onpart: (next) => (part = next),
        });
      } catch (cause) {
        if (asked.signal?.aborted) throw new LiveError('stopped', live.stopped);
        if (signal.aborted) throw tooSlow();
        if (!(cause instanceof LiveError) || !mayPass(cause, attempt)) throw cause;
        if (cause.spoilt) part = NOTHING;
        const wait = cause.retryAfter ?? backOff(attempt, random);
        const at = now().getTime() + wait;
        if (wait > longestWaitMs)
          throw new LiveError('later', live.later(cause.host ?? host, formatDateTime(new Date(at))));
        if (at > until) throw tooSlow();
        // Stopped while waiting: the next try says so.
        await patience.pause(wait, signal).catch(() => undefined);
      }
    }
  } finally {
    await handle.close();
  }
}

/** A network that is not there is not waited for; one that goes for a moment, in the middle, is. */
const mayPass = ({ fault }: LiveError, attempt: number): boolean =>
  attempt < TRIES && (fault === 'passing' || fault === 'later' || (fault === 'unreachable' && attempt > 1));
