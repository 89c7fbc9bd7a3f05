import { redirect } from '@sveltejs/kit';
import { comptes } from '#lib/messages/comptes.ts';
import { appDatabase, identityProvider } from '#lib/server/app.ts';
import { leave } from '#lib/server/accounts/sign-in.ts';
import { visitorOf } from '#lib/server/guard.ts';
import { dropSession } from '#lib/server/http/session-cookie.ts';
import type { Actions, PageServerLoad } from './$types';

/** Who is signed in is asked to say so; others have nothing to leave. */
export const load: PageServerLoad = async (event) => {
  event.setHeaders({ 'cache-control': 'no-store' });
  return { member: (await visitorOf(event)).kind === 'member' };
};

export const actions: Actions = {
  /**
   * Ends the session. Where an identity provider opened it, its own way out is shown as a link: the content
   * security policy lets no form lead to another site.
   */
  default: async (event) => {
    const visitor = await visitorOf(event);
    dropSession(event.cookies, event.url);
    if (visitor.kind !== 'member') redirect(303, '/');
    const left = await leave(appDatabase(), visitor, new Date());
    const provider = identityProvider();
    if (!left?.idToken || !provider) redirect(303, '/');
    const href = await provider.signOutAddress(left.idToken, `${event.url.origin}/`);
    if (href === null) redirect(303, '/');
    return { provider: { href, label: comptes.signOut.provider(provider.name) } };
  },
};
