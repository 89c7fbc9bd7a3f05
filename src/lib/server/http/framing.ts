/** Anybody: what may be framed is public, without a session and without a form that writes. */
const EVERYBODY = '*';

/** A source of `frame-ancestors` (CSP 3): a scheme, a host with its stars and port, or everybody. */
const SOURCE = /^(?:\*|https?:|(?:https?:\/\/)?(?:\*\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)*(?::(?:\d+|\*))?)$/i;

/**
 * Who may frame the embedded views, as `frame-ancestors` takes it, from the setting of the installation
 * (`EMBED_ANCESTORS`): sites separated by spaces or commas, `*` for everybody, `aucun` for nobody else.
 * The application always may, so that it can show what is embedded. Throws on what is no site: a
 * mistake must not open, nor silently close.
 */
export function ancestorsOf(setting: string | undefined): string {
  const sources = (setting ?? '').split(/[\s,]+/).filter((source) => source !== '');
  if (sources.length === 0) return EVERYBODY;
  if (sources.length === 1 && sources[0] === 'aucun') return "'self'";
  const wrong = sources.find((source) => !SOURCE.test(source));
  if (wrong !== undefined) throw new RangeError(`EMBED_ANCESTORS: « ${wrong} » is no site`);
  return sources.includes(EVERYBODY) ? EVERYBODY : ["'self'", ...sources].join(' ');
}

/** Lets others frame an answer: the rest of its content security policy stays as it is. */
export function letFrame(headers: Headers, ancestors: string): void {
  headers.delete('x-frame-options');
  const policy = headers.get('content-security-policy');
  if (policy === null) return;
  headers.set(
    'content-security-policy',
    policy.replace(/frame-ancestors [^;]*/, () => `frame-ancestors ${ancestors}`),
  );
}

/** Marks the page of an explicit theme before it is painted, as `app.html` does for one chosen in the browser. */
export const themedPage = (html: string, theme: 'auto' | 'light' | 'dark'): string =>
  theme === 'auto' ? html : html.replace('<html lang="fr"', () => `<html lang="fr" data-theme="${theme}"`);

/** Lets pages of any site read an answer that is the same for everybody. */
export function openToAll(response: Response): Response {
  response.headers.set('access-control-allow-origin', '*');
  response.headers.set('cross-origin-resource-policy', 'cross-origin');
  return response;
}
