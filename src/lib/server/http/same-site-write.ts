const READS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Whether a request that may write comes from a page of the application. SvelteKit asks it of forms; this
 * asks it of every request, whatever its content. A browser always says where a write comes from.
 */
export function isForeignWrite(request: Request, origin: string): boolean {
  if (READS.has(request.method)) return false;
  const site = request.headers.get('sec-fetch-site');
  return request.headers.get('origin') !== origin || (site !== null && site !== 'same-origin');
}
