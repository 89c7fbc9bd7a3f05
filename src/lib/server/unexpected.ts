/** After how long to ask again while the database does not answer. */
export const RETRY_AFTER_S = '10';

/** What was asked when it happened. */
interface Asked {
  request: Pick<Request, 'method'>;
  url: Pick<URL, 'pathname'>;
}

/** Writes an unexpected error to the server's log under an id, all that its reader is told of it. */
export function logUnexpected(error: unknown, { request, url }: Asked, status: number): string {
  const id = crypto.randomUUID().slice(0, 8);
  const details = error instanceof Error ? describeError(error) : { error: String(error) };
  const line = {
    at: new Date().toISOString(),
    id,
    status,
    method: request.method,
    path: url.pathname,
    ...details,
  };
  process.stderr.write(`${JSON.stringify(line)}\n`);
  return id;
}

/** What the log needs to find a bug: drivers put the reason in the cause. */
function describeError({ message, stack, cause }: Error): Record<string, string | undefined> {
  return { error: message, cause: cause instanceof Error ? cause.message : undefined, stack };
}
