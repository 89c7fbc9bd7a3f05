import type { Handle, HandleServerError } from '@sveltejs/kit';
import { errors } from '#lib/messages/errors.ts';
import { embedAncestors } from '#lib/server/app.ts';
import { compressPage } from '#lib/server/http/compress-page.ts';
import { isOversizedForm } from '#lib/server/http/form-size.ts';
import { letFrame, themedPage } from '#lib/server/http/framing.ts';
import { catalogueFor } from '#lib/server/catalogue-guard.ts';
import { withCatalogue } from '#lib/server/catalogue/with-catalogue.ts';
import { isForeignWrite } from '#lib/server/http/same-site-write.ts';
import { isUnreachable } from '#lib/server/db/unreachable.ts';
import { logUnexpected, RETRY_AFTER_S } from '#lib/server/unexpected.ts';
import { isFramed, readLook } from '#lib/view/embed-view.ts';

/** Sent with every answer; the content security policy is SvelteKit's (svelte.config.js). */
const HEADERS: Record<string, string> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'x-frame-options': 'DENY',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=(), interest-cohort=()',
  'cross-origin-opener-policy': 'same-origin',
};

/** For what SvelteKit writes without its own policy: the plain page of an error, which needs its style only. */
const PLAIN_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** Over https only: a browser ignores it in clear. */
const STRICT_TRANSPORT = 'max-age=31536000';

/** Pages that say themselves that a form is too large: those that take files, and the one that takes lists of codes. */
const OWN_LIMIT: ReadonlySet<string> = new Set([
  '/lieux/importer',
  '/perimetre',
  '/strategies/importer',
  '/tableaux/importer',
]);

export const handle: Handle = async ({ event, resolve }) => {
  const isApi = event.url.pathname.startsWith(API);
  if (isOversizedForm(event.request) && !isApi && !OWN_LIMIT.has(event.url.pathname))
    return new Response(errors.oversized, {
      status: 413,
      headers: { ...HEADERS, 'content-type': 'text/plain; charset=utf-8' },
    });
  if (!isApi && isForeignWrite(event.request, event.url.origin))
    return new Response(errors.foreign, {
      status: 403,
      headers: { ...HEADERS, 'content-type': 'text/plain; charset=utf-8' },
    });
  const framed = isFramed(event.url.pathname);
  const resolved = await withCatalogue(await catalogueFor(event), () =>
    resolve(event, {
      ...(framed && {
        transformPageChunk: ({ html }) => themedPage(html, readLook(event.url.searchParams).theme),
      }),
      preload: ({ type, path }) =>
        type === 'js' || type === 'css' || (type === 'font' && path.includes('latin-wght-normal')),
    }),
  );
  const down = event.locals.unavailable === true && resolved.status === 500;
  const response = down ? new Response(resolved.body, { status: 503, headers: resolved.headers }) : resolved;
  if (down) response.headers.set('retry-after', RETRY_AFTER_S);
  for (const [name, value] of Object.entries(HEADERS)) response.headers.set(name, value);
  const isHtml = response.headers.get('content-type')?.startsWith('text/html') === true;
  if (isHtml && !response.headers.has('content-security-policy'))
    response.headers.set('content-security-policy', PLAIN_POLICY);
  if (framed) letFrame(response.headers, embedAncestors());
  if (event.url.protocol === 'https:') response.headers.set('strict-transport-security', STRICT_TRANSPORT);
  await keepApart(event.locals, response);
  return compressPage(event.request, response);
};

/** The interface for programs: it looks at no cookie, so that no page of another site acts through a browser, and says problems its own way. */
const API = '/api/';

/** What was made for one visitor is kept by no cache that others read; what anybody gets may be. */
async function keepApart({ asked, tables }: App.Locals, response: Response): Promise<void> {
  // What is named by its content is the same for whoever is given it; those that are for some only say so themselves.
  const lasting = response.headers.get('cache-control')?.includes('immutable') === true;
  const byTables = tables?.varies === true && !lasting;
  if (asked || byTables) response.headers.append('vary', 'cookie');
  const visitor = await asked?.catch(() => null);
  if (visitor?.kind === 'member' || visitor?.kind === 'expired' || (byTables && tables?.closed))
    response.headers.set('cache-control', 'private, no-store');
}

/** An unexpected error: its details go to the server's log under an id, the reader gets the id. */
export const handleError: HandleServerError = ({ error, event, status }) => {
  if (status === 404) return { message: errors.notFound };
  const unreachable = isUnreachable(error);
  if (unreachable) event.locals.unavailable = true;
  const id = logUnexpected(error, event, status);
  return { message: unreachable ? errors.unreachable : errors.unexpected, id };
};
