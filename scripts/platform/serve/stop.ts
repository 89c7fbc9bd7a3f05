/** Why the server stops. */
export type Reason = 'SIGINT' | 'SIGTERM' | 'orphaned';

/**
 * Calls `stop` at the first signal, or when the parent that opened a channel to us dies (a kill −9
 * of `npm start` must not leave a server behind); `hurry` at the next signal.
 */
export function onStopRequest(stop: (reason: Reason) => void, hurry: () => void): void {
  let asked = false;
  const ask = (reason: Reason) => {
    if (asked) return hurry();
    asked = true;
    stop(reason);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => ask(signal));
  if (process.channel) {
    process.once('disconnect', () => ask('orphaned'));
    process.channel.unref();
  }
}
