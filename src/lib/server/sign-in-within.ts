import type { RequestEvent } from '@sveltejs/kit';
import { readSession } from './accounts/sessions.ts';
import { signIn } from './accounts/sign-in.ts';
import { appDatabase } from './app.ts';
import { giveSession, isPrivateWay } from './http/session-cookie.ts';
import { comptes } from '../messages/comptes.ts';
import { signInProblem } from './sign-in-problem.ts';

/** Names of the two fields that a form asks for when its session has ended meanwhile. */
export const WITHIN = { email: 'compte-adresse', password: 'compte-mot-de-passe' } as const;

/**
 * Signs in by a form that was being filled in when its session ended, so that it is sent once more and
 * nothing typed is lost. Why not, when it does not; `null` when it does, or nothing was asked.
 */
export async function signInWithin(event: RequestEvent, form: FormData): Promise<string | null> {
  const password = form.get(WITHIN.password);
  if (typeof password !== 'string' || password === '') return null;
  const address = event.getClientAddress();
  if (!isPrivateWay(event.url, address)) return comptes.signIn.closed;
  const now = new Date();
  const done = await signIn(
    appDatabase(),
    { email: String(form.get(WITHIN.email) ?? ''), password },
    { address, agent: event.request.headers.get('user-agent') ?? '' },
    now,
  );
  if (done.outcome !== 'in') return signInProblem(done, {})[1].problem;
  giveSession(event.cookies, event.url, done.token);
  const member = await readSession(appDatabase(), done.token, now);
  if (member) event.locals.asked = Promise.resolve(member);
  return null;
}
