import type { IncomingMessage } from 'node:http';
import { live } from '../../../messages/live.ts';
import { askOnce } from './ask-once.ts';
import { readLiveAddress } from './live-address.ts';
import { LiveError } from '../live-error.ts';
import type { Wire } from './wire.ts';

/** data.gouv.fr sends on once, to where it keeps the file; a store may send on once more. */
const MOST_REDIRECTS = 5;

const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/** An answer, and the address that gave it in the end. */
export interface Answer {
  answer: IncomingMessage;
  url: URL;
}

/**
 * Asks for an address, and goes on where it sends, each place checked as the first one was. Throws a
 * `LiveError` when it sends elsewhere than to a listed host in https, or without end.
 */
export async function follow(
  wire: Wire,
  text: string,
  headers: Readonly<Record<string, string>>,
  signal?: AbortSignal,
): Promise<Answer> {
  let url = readLiveAddress(text);
  const seen = new Set([url.href]);
  for (;;) {
    const answer = await askOnce(wire, url, headers, signal);
    const { location } = answer.headers;
    if (!REDIRECTS.has(answer.statusCode ?? 0) || location === undefined) return { answer, url };
    answer.destroy();
    const next = goOn(location, url);
    if (seen.has(next.href) || seen.size > MOST_REDIRECTS)
      throw new LiveError('address', live.tooManyRedirects(url.host));
    seen.add(next.href);
    url = next;
  }
}

function goOn(location: string, from: URL): URL {
  try {
    return readLiveAddress(location, from);
  } catch (cause) {
    if (!(cause instanceof LiveError)) throw cause;
    throw new LiveError('address', live.redirected(from.host, cause.message));
  }
}
