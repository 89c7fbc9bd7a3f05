import { live } from '../../../messages/live.ts';

/** A server of this very machine that stands in for every producer, for trials and tests. */
export interface StandIn {
  hostname: string;
  port: number;
}

/**
 * The stand-in that `MAILLAGE_LIVE_BASE` names, if any. Only a literal loopback address over http with a
 * port is one: nothing else can be pointed at, by a name, a redirect or a resolver. Throws a `RangeError`
 * in French otherwise.
 */
export function readStandIn(text: string | undefined): StandIn | null {
  if (text === undefined || text === '') return null;
  const [, hostname, port] = /^http:\/\/(127\.0\.0\.1|\[::1\]):(\d{1,5})\/?$/.exec(text) ?? [];
  if (hostname === undefined || !(Number(port) > 0 && Number(port) < 65_536))
    throw new RangeError(live.standIn(text));
  return { hostname: hostname === '[::1]' ? '::1' : hostname, port: Number(port) };
}
