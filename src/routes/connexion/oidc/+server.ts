import { redirect } from '@sveltejs/kit';
import { returnPath } from '#lib/domain/account/return-path.ts';
import { ProviderDown } from '#lib/server/accounts/identity-provider.ts';
import { identityProvider } from '#lib/server/app.ts';
import { visitorOf } from '#lib/server/guard.ts';
import { giveErrand } from '#lib/server/http/errand-cookie.ts';
import { isPrivateWay } from '#lib/server/http/session-cookie.ts';
import type { RequestHandler } from './$types';

/** Leaves for the identity provider: to sign in, to take an invitation, or to link an account. */
export const GET: RequestHandler = async (event) => {
  event.setHeaders({ 'cache-control': 'no-store' });
  const provider = identityProvider();
  if (!provider) redirect(303, '/connexion?raison=fournisseur-absent');
  if (!isPrivateWay(event.url, event.getClientAddress())) redirect(303, '/connexion');
  const { searchParams, origin } = event.url;
  const visitor = await visitorOf(event);
  const link = searchParams.has('relier') && visitor.kind === 'member' ? visitor.account : null;
  let href: string;
  try {
    const leaving = await provider.signInAddress(`${origin}/connexion/oidc/retour`, {
      next: link === null ? returnPath(searchParams.get('suite')) : '/compte',
      invitation: searchParams.get('invitation'),
      link,
    });
    giveErrand(event.cookies, event.url, leaving.errand);
    href = leaving.href;
  } catch (cause) {
    if (!(cause instanceof ProviderDown)) throw cause;
    redirect(303, '/connexion?raison=fournisseur-injoignable');
  }
  redirect(303, href);
};
