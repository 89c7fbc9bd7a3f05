import { fail, redirect } from '@sveltejs/kit';
import { returnPath } from '#lib/domain/account/return-path.ts';
import { comptes } from '#lib/messages/comptes.ts';
import { accountsExist, appDatabase, identityProvider } from '#lib/server/app.ts';
import { signIn } from '#lib/server/accounts/sign-in.ts';
import { visitorOf } from '#lib/server/guard.ts';
import { giveSession, isPrivateWay } from '#lib/server/http/session-cookie.ts';
import { providerReason } from '#lib/server/provider-reason.ts';
import { signInProblem } from '#lib/server/sign-in-problem.ts';
import type { Actions, PageServerLoad } from './$types';

const words = comptes.signIn;

/** The form to sign in; who is signed in already goes on. */
export const load: PageServerLoad = async (event) => {
  event.setHeaders({ 'cache-control': 'no-store' });
  const { searchParams } = event.url;
  const next = returnPath(searchParams.get('suite'));
  const visitor = await visitorOf(event);
  if (visitor.kind === 'member') redirect(303, next);
  const provider = identityProvider();
  return {
    next,
    single: visitor.kind === 'single',
    none: !(await accountsExist()),
    open: isPrivateWay(event.url, event.getClientAddress()),
    provider: provider?.name ?? null,
    reason: providerReason(searchParams.get('raison'), provider?.name ?? ''),
    erased: searchParams.get('raison') === 'efface',
  };
};

export const actions: Actions = {
  default: async (event) => {
    const form = await event.request.formData();
    const email = String(form.get('adresse') ?? '');
    const next = returnPath(String(form.get('suite') ?? ''));
    const address = event.getClientAddress();
    if (!isPrivateWay(event.url, address)) return fail(403, { email, next, problem: words.closed });
    const from = { address, agent: event.request.headers.get('user-agent') ?? '' };
    const password = String(form.get('mot-de-passe') ?? '');
    const done = await signIn(appDatabase(), { email, password }, from, new Date());
    if (done.outcome !== 'in') return fail(...signInProblem(done, { email, next }));
    giveSession(event.cookies, event.url, done.token);
    redirect(303, next);
  },
};
