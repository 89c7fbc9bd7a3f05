/** Stands for the application, whose address does not matter here. */
const HERE = 'https://maillage.invalid';

/**
 * Where to go after signing in: a path of the application itself, whatever was asked. Anything that a
 * browser would take for another site leads to the account page.
 */
export function returnPath(asked: string | null): string {
  if (asked === null || !asked.startsWith('/') || !URL.canParse(asked, HERE)) return '/compte';
  const url = new URL(asked, HERE);
  if (url.origin !== HERE || /^\/(?:\/|connexion(?:\/|$)|deconnexion(?:\/|$))/.test(url.pathname))
    return '/compte';
  return url.pathname + url.search;
}
