import type { Cookies } from '@sveltejs/kit';
import type { Errand } from '../accounts/identity-provider.ts';

/** Ten minutes to sign in elsewhere and come back. */
const LIFE_S = 600;

const nameOn = (url: URL): string => (url.protocol === 'https:' ? '__Host-maillage-oidc' : 'maillage-oidc');

const optionsOn = (url: URL) =>
  ({ path: '/', sameSite: 'lax', httpOnly: true, secure: url.protocol === 'https:' }) as const;

/** Hands a browser what it must bring back from the identity provider: by it, only who left may come back. */
export function giveErrand(cookies: Cookies, url: URL, errand: Errand): void {
  const text = Buffer.from(JSON.stringify(errand)).toString('base64url');
  cookies.set(nameOn(url), text, { ...optionsOn(url), maxAge: LIFE_S });
}

const FIELDS = ['state', 'nonce', 'verifier', 'next'] as const;

/** Takes it back, once; `null` when there is none, or it was tampered with. */
export function takeErrand(cookies: Cookies, url: URL): Errand | null {
  const text = cookies.get(nameOn(url));
  if (text === undefined) return null;
  cookies.delete(nameOn(url), optionsOn(url));
  try {
    const read = JSON.parse(Buffer.from(text, 'base64url').toString()) as Record<string, unknown>;
    if (!FIELDS.every((field) => typeof read[field] === 'string')) return null;
    const orNull = (value: unknown): string | null => (typeof value === 'string' ? value : null);
    return { ...(read as unknown as Errand), invitation: orNull(read.invitation), link: orNull(read.link) };
  } catch {
    return null;
  }
}
