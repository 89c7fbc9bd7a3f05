/** Longest that a process which was asked to stop tidies up. */
const TIDY_MS = 3_000;

/**
 * Aborted once this process is asked to stop, so that a fetch under way takes its files away. What is not
 * over soon after is cut, and undone by the database. A signal that comes twice, from a terminal and from
 * the server, is one.
 */
export function stopSignal(): AbortSignal {
  const stop = new AbortController();
  const ask = (): void => {
    if (stop.signal.aborted) return;
    stop.abort();
    setTimeout(() => process.exit(1), TIDY_MS).unref();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, ask);
  return stop.signal;
}
