/** What decides whether a request comes from the one person at this machine. */
export interface Caller {
  /** Address that the server listens on, if it was set. */
  host: string | undefined;
  /** Name under which the page was asked for. */
  hostname: string;
  /** Who asks. */
  address: string;
}

/** Names and addresses of this very machine. */
export const LOOPBACK: ReadonlySet<string> = new Set([
  'localhost',
  '127.0.0.1',
  '::1',
  '[::1]',
  '::ffff:127.0.0.1',
]);

/**
 * Whether a request comes from the person at the very machine, over a server that listens to it alone:
 * where there are no accounts, nobody else writes. The name of the page is checked too: a foreign name that leads here (DNS
 * rebinding) may not write.
 */
export const isSingleUser = ({ host, hostname, address }: Caller): boolean =>
  (host === undefined || host === '' || LOOPBACK.has(host)) &&
  LOOPBACK.has(hostname) &&
  LOOPBACK.has(address);
