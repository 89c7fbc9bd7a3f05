import type { Cookies } from '@sveltejs/kit';

/** Links that one browser holds open: the last ones taken. */
const MOST = 8;

/** A month: a link may end before, and is asked about each time. */
const LIFE_S = 30 * 86_400;

/** See `session-cookie.ts` for the prefix. */
const nameOn = (url: URL): string =>
  url.protocol === 'https:' ? '__Host-maillage-partage' : 'maillage-partage';

const SEPARATOR = '.';

/** The secrets of the shared strategies that a browser opened, the last one first. */
export const sharedTokens = (cookies: Cookies, url: URL): string[] =>
  (cookies.get(nameOn(url)) ?? '')
    .split(SEPARATOR)
    .filter((token) => token !== '')
    .slice(0, MOST);

/** Hands a browser one more. */
export function giveShared(cookies: Cookies, url: URL, token: string): void {
  const tokens = [token, ...sharedTokens(cookies, url).filter((one) => one !== token)].slice(0, MOST);
  cookies.set(nameOn(url), tokens.join(SEPARATOR), {
    path: '/',
    sameSite: 'lax',
    httpOnly: true,
    secure: url.protocol === 'https:',
    maxAge: LIFE_S,
  });
}
