import { request as ask, type IncomingMessage } from 'node:http';
import type { request as askSecurely, RequestOptions } from 'node:https';
import { live } from '../../../messages/live.ts';
import { LiveError } from '../live-error.ts';
import { pinned, resolveOnce } from './resolve-once.ts';
import type { Wire } from './wire.ts';

/** Who asks: producers may write to the project when something is wrong with how it asks. */
const ASKER = 'Maillage (open data)';

/**
 * Asks for an address that was checked, and gives the answer with its body still to come. Throws a `LiveError`
 * at once for a host that could not be reached before, and never was.
 */
export async function askOnce(
  wire: Wire,
  url: URL,
  headers: Readonly<Record<string, string>>,
  signal?: AbortSignal,
): Promise<IncomingMessage> {
  const { reached } = wire;
  if (reached.get(url.host) === false) throw new LiveError('unreachable', live.unreachable(url.host));
  try {
    const answer = await reach(wire, url, headers, signal);
    reached.set(url.host, true);
    return answer;
  } catch (cause) {
    const isUnreached = cause instanceof LiveError && cause.fault === 'unreachable';
    if (isUnreached && !reached.has(url.host)) reached.set(url.host, false);
    throw cause;
  }
}

/**
 * Asks for an address that was checked, and gives the answer with its body still to come. The name is
 * resolved once, every address it has must be public, and the connection goes to these and no other.
 */
async function reach(
  wire: Wire,
  url: URL,
  headers: Readonly<Record<string, string>>,
  signal?: AbortSignal,
): Promise<IncomingMessage> {
  const late = AbortSignal.timeout(wire.reachMs);
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
      late,
      signal,
    );
  }
  const addresses = await resolveOnce(wire, url.host, late);
  const options = {
    hostname: url.host,
    port: 443,
    path,
    headers: asked,
    lookup: pinned(addresses),
    rejectUnauthorized: true,
  };
  return send(wire, wire.request, url, options, late, signal);
}

function send(
  wire: Wire,
  request: typeof askSecurely,
  url: URL,
  options: RequestOptions,
  late: AbortSignal,
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
      late.removeEventListener('abort', unreached);
    };
    const silent = (): void => void sent.destroy(new LiveError('passing', live.stalled(host)));
    late.addEventListener('abort', unreached, { once: true });
    let reached = false;
    sent.once('socket', (socket) =>
      socket.once(wire.standIn ? 'connect' : 'secureConnect', () => {
        reached = true;
        late.removeEventListener('abort', unreached);
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
