import { lookup } from 'node:dns/promises';
import { request as ask, type IncomingMessage } from 'node:http';
import { request as askSecurely, type RequestOptions } from 'node:https';
import type { LookupFunction } from 'node:net';
import { live } from '../../messages/live.ts';
import { LiveError } from './live-error.ts';
import { isPublicAddress } from './public-address.ts';
import type { StandIn } from './stand-in.ts';

/** An address of a host, as the resolver gives it. */
export interface Resolved {
  address: string;
  family: number;
}

/** How producers are reached: by their names and over https, unless a stand-in of this machine answers for all. */
export interface Wire {
  standIn: StandIn | null;
  resolve: (host: string) => Promise<readonly Resolved[]>;
  request: typeof askSecurely;
  /** Milliseconds in which a producer is reached, name and handshake included. */
  reachMs: number;
  /** Milliseconds without a byte after which a producer is taken to be silent. */
  silenceMs: number;
}

/** A network that is not there is known within five seconds. */
const REACH_MS = 5_000;

/** An export of data.economie.gouv.fr is made when it is asked for: its first byte takes up to 20 seconds. */
const SILENCE_MS = 30_000;

/** The way to the producers, or to the stand-in. */
export const openWire = (standIn: StandIn | null, changes: Partial<Wire> = {}): Wire => ({
  standIn,
  resolve: (host) => lookup(host, { all: true, verbatim: true }),
  request: askSecurely,
  reachMs: REACH_MS,
  silenceMs: SILENCE_MS,
  ...changes,
});

/** Who asks: producers may write to the project when something is wrong with how it asks. */
const ASKER = 'Maillage (chargement des données publiques)';

/**
 * Asks for an address that was checked, and gives the answer with its body still to come. The name is
 * resolved once, every address it has must be public, and the connection goes to these and no other.
 */
export async function askOnce(
  wire: Wire,
  url: URL,
  headers: Readonly<Record<string, string>>,
  signal?: AbortSignal,
): Promise<IncomingMessage> {
  const reach = AbortSignal.timeout(wire.reachMs);
  const asked = {
    'user-agent': ASKER,
    // Whole bytes: a part of a compressed answer cannot be gone on from.
    'accept-encoding': 'identity',
    ...headers,
  };
  const path = `${url.pathname}${url.search}`;
  if (wire.standIn) {
    const { hostname, port } = wire.standIn;
    return send(
      wire,
      ask,
      url,
      { hostname, port, path: `/${url.host}${path}`, headers: asked },
      reach,
      signal,
    );
  }
  const addresses = await resolveOnce(wire, url.host, reach);
  const options = {
    hostname: url.host,
    port: 443,
    path,
    headers: asked,
    lookup: pinned(addresses),
    rejectUnauthorized: true,
  };
  return send(wire, wire.request, url, options, reach, signal);
}

/** The addresses of a host. Throws a `LiveError` when it has none, or one that is not public. */
async function resolveOnce(wire: Wire, host: string, reach: AbortSignal): Promise<readonly Resolved[]> {
  const late = new Promise<never>((_, reject) =>
    reach.addEventListener('abort', () => reject(new LiveError('unreachable', live.unreachable(host))), {
      once: true,
    }),
  );
  const found = await Promise.race([wire.resolve(host), late]).catch((cause: unknown) => {
    throw cause instanceof LiveError ? cause : new LiveError('unreachable', live.unreachable(host));
  });
  if (found.length === 0) throw new LiveError('unreachable', live.unreachable(host));
  if (!found.every(({ address }) => isPublicAddress(address)))
    throw new LiveError('address', live.privateAddress(host));
  return found;
}

/** A resolver that knows these addresses and asks nobody. */
function pinned(addresses: readonly Resolved[]): LookupFunction {
  const [first] = addresses as [Resolved, ...Resolved[]];
  return (_host, options, done) => {
    if (options.all) done(null, [...addresses]);
    else done(null, first.address, first.family);
  };
}

function send(
  wire: Wire,
  request: typeof askSecurely,
  url: URL,
  options: RequestOptions,
  reach: AbortSignal,
  signal: AbortSignal | undefined,
): Promise<IncomingMessage> {
  const { host } = url;
  return new Promise((resolve, reject) => {
    // No agent: a connection is made for one file, to the addresses checked for it.
    const sent = request({ ...options, agent: false, signal });
    const unreached = (): void => void sent.destroy(new LiveError('unreachable', live.unreachable(host)));
    let silence: NodeJS.Timeout | undefined;
    const settle = (): void => {
      clearTimeout(silence);
      reach.removeEventListener('abort', unreached);
    };
    const silent = (): void => void sent.destroy(new LiveError('passing', live.stalled(host)));
    reach.addEventListener('abort', unreached, { once: true });
    let reached = false;
    sent.once('socket', (socket) =>
      socket.once(wire.standIn ? 'connect' : 'secureConnect', () => {
        reached = true;
        reach.removeEventListener('abort', unreached);
        silence = setTimeout(silent, wire.silenceMs);
      }),
    );
    sent.once('response', (answer) => {
      settle();
      resolve(answer);
    });
    sent.on('error', (cause) => {
      settle();
      reject(signal?.aborted ? new LiveError('stopped', live.stopped) : failureOf(cause, host, reached));
    });
    sent.end();
  });
}

/** What a failed request means. */
function failureOf(cause: Error, host: string, reached: boolean): LiveError {
  if (cause instanceof LiveError) return cause;
  const { code = '' } = cause as NodeJS.ErrnoException;
  if (/CERT|SELF_SIGNED|UNABLE_TO|ALTNAME|HANDSHAKE|ERR_SSL|EPROTO/.test(code))
    return new LiveError('refused', live.certificate(host));
  return reached
    ? new LiveError('passing', live.cut(host))
    : new LiveError('unreachable', live.unreachable(host));
}
