/**
 * Whether a request comes from a page of the application itself: what may be shown but not
 * redistributed answers to nothing else. Browsers say so by `Sec-Fetch-Site` where the connection is
 * secure, and by `Referer` elsewhere.
 */
export function isSameOrigin(request: Request, origin: string): boolean {
  const site = request.headers.get('sec-fetch-site');
  if (site !== null) return site === 'same-origin';
  const referrer = request.headers.get('referer');
  return referrer !== null && URL.canParse(referrer) && new URL(referrer).origin === origin;
}
