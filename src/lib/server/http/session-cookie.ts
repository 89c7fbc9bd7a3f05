import type { Cookies } from '@sveltejs/kit';
import { LIFE_MS } from '../../domain/account/session-life.ts';
import { LOOPBACK } from './single-user.ts';

/** Says to the pages’ scripts that somebody is signed in, so that they ask who: nothing secret, nothing trusted. */
export const SIGNED_IN_MARK = 'maillage-connecte';

/**
 * Name of the cookie of a session. Over https it has the prefix that a browser gives to this very host
 * alone, never to a page in clear or to a neighbour. Plain http is let in on this machine only, where
 * Chromium and Firefox would take the prefix and Safari would not: the plain name works in all of them.
 */
const nameOn = (url: URL): string =>
  url.protocol === 'https:' ? '__Host-maillage-session' : 'maillage-session';

const optionsOn = (url: URL) =>
  ({
    path: '/',
    sameSite: 'lax',
    secure: url.protocol === 'https:',
    maxAge: LIFE_MS / 1000,
  }) as const;

/** The secret that a browser brings; `null` without one. */
export const sessionToken = (cookies: Cookies, url: URL): string | null => cookies.get(nameOn(url)) ?? null;

/** Hands a browser the secret of its session. */
export function giveSession(cookies: Cookies, url: URL, token: string): void {
  cookies.set(nameOn(url), token, { ...optionsOn(url), httpOnly: true });
  cookies.set(SIGNED_IN_MARK, '1', { ...optionsOn(url), httpOnly: false });
}

/** Takes it back. */
export function dropSession(cookies: Cookies, url: URL): void {
  cookies.delete(nameOn(url), { ...optionsOn(url), httpOnly: true });
  cookies.delete(SIGNED_IN_MARK, { ...optionsOn(url), httpOnly: false });
}

/** Whether a password may travel: over https, or from this machine to itself. */
export const isPrivateWay = (url: URL, address: string): boolean =>
  url.protocol === 'https:' || (LOOPBACK.has(url.hostname) && LOOPBACK.has(address));
