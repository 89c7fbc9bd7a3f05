import type { LookupFunction } from 'node:net';
import { live } from '../../../messages/live.ts';
import { LiveError } from '../live-error.ts';
import { isPublicAddress } from './public-address.ts';
import type { Resolved, Wire } from './wire.ts';

/** The addresses of a host. Throws a `LiveError` when it has none, or one that is not public. */
export async function resolveOnce(wire: Wire, host: string, late: AbortSignal): Promise<readonly Resolved[]> {
  const tooLate = new Promise<never>((_, reject) =>
    late.addEventListener('abort', () => reject(new LiveError('unreachable', live.unreachable(host))), {
      once: true,
    }),
  );
  const found = await Promise.race([wire.resolve(host), tooLate]).catch((cause: unknown) => {
    throw cause instanceof LiveError ? cause : new LiveError('unreachable', live.unreachable(host));
  });
  if (found.length === 0) throw new LiveError('unreachable', live.unreachable(host));
  if (!found.every(({ address }) => isPublicAddress(address)))
    throw new LiveError('address', live.privateAddress(host));
  return found;
}

/** A resolver that knows these addresses and asks nobody. */
export function pinned(addresses: readonly Resolved[]): LookupFunction {
  const [first] = addresses as [Resolved, ...Resolved[]];
  return (_host, options, done) => {
    if (options.all) done(null, [...addresses]);
    else done(null, first.address, first.family);
  };
}
