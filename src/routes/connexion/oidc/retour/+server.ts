import { redirect } from '@sveltejs/kit';
import { returnPath } from '#lib/domain/account/return-path.ts';
import { identified } from '#lib/server/accounts/identify.ts';
import { ProviderDown, ProviderRefusal, type Identity } from '#lib/server/accounts/identity-provider.ts';
import { enter } from '#lib/server/accounts/sign-in.ts';
import { appDatabase, identityProvider } from '#lib/server/app.ts';
import { visitorOf } from '#lib/server/guard.ts';
import { takeErrand } from '#lib/server/http/errand-cookie.ts';
import { giveSession } from '#lib/server/http/session-cookie.ts';
import type { RequestHandler } from './$types';

const WHY = { unknown: 'identite-inconnue', known: 'compte-connu', taken: 'identite-prise' } as const;

const backWith = (reason: string, page = '/connexion'): never => redirect(303, `${page}?raison=${reason}`);

/** Comes back from the identity provider: a session opens, or one is told why not. */
export const GET: RequestHandler = async (event) => {
  event.setHeaders({ 'cache-control': 'no-store' });
  const provider = identityProvider();
  if (!provider) return backWith('fournisseur-absent');
  const errand = takeErrand(event.cookies, event.url);
  if (!errand) return backWith('fournisseur-refus');
  const page = errand.link === null ? '/connexion' : '/compte';
  let who: Identity;
  try {
    who = await provider.identify(event.url, errand);
  } catch (cause) {
    if (cause instanceof ProviderDown) return backWith('fournisseur-injoignable', page);
    if (cause instanceof ProviderRefusal) return backWith('fournisseur-refus', page);
    throw cause;
  }
  const now = new Date();
  const found = await identified(appDatabase(), who, errand, await visitorOf(event), now);
  if (typeof found === 'string') return backWith(WHY[found], page);
  if (errand.link === null) {
    const agent = event.request.headers.get('user-agent') ?? '';
    const opening = { account: found.account, agent, idToken: who.idToken };
    giveSession(event.cookies, event.url, await enter(appDatabase(), opening, now));
  }
  redirect(303, errand.link === null ? returnPath(errand.next) : '/compte?raison=identite-reliee');
};
