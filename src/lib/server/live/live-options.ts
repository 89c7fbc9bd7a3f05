import type { FetchOptions } from './fetch-source.ts';
import { readStandIn } from './reach/stand-in.ts';
import { openWire } from './reach/wire.ts';

/** How producers are reached from this installation. Throws a `RangeError` in French when `MAILLAGE_LIVE_BASE` is no stand-in. */
export const liveOptions = (
  env: Readonly<Record<string, string | undefined>>,
  dataDir: string,
): Pick<FetchOptions, 'dataDir' | 'wire'> => ({
  dataDir,
  wire: openWire(readStandIn(env.MAILLAGE_LIVE_BASE)),
});
