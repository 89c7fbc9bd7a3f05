import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import type { Right } from '../domain/account/role.ts';
import {
  allows,
  handOf,
  needsKeeper,
  type Hand,
  type Member,
  type Visitor,
} from '../domain/account/visitor.ts';
import { comptes } from '../messages/comptes.ts';
import { gestion } from '../messages/lieux-gestion.ts';
import { accountsExist, appDatabase, isAlone } from './app.ts';
import { readKeepers } from './accounts/keepers.ts';
import { readSession } from './accounts/sessions.ts';
import { sessionToken } from './http/session-cookie.ts';

/** What is needed of a request to know who asks. */
export type Asking = Pick<RequestEvent, 'url' | 'getClientAddress' | 'cookies' | 'locals'>;

/**
 * Who asks; found out once a request. An answer that took it into account is theirs alone: the hook sees
 * that it was asked, and keeps it out of shared caches.
 */
export function visitorOf(event: Asking): Promise<Visitor> {
  event.locals.asked ??= foundVisitor(event);
  return event.locals.asked;
}

/** The same, for an answer that does not depend on it: the hook is not told. */
export function foundVisitor(event: Asking): Promise<Visitor> {
  event.locals.found ??= findVisitor(event);
  return event.locals.found;
}

async function findVisitor(event: Asking): Promise<Visitor> {
  const token = sessionToken(event.cookies, event.url);
  const member = token === null ? null : await readSession(appDatabase(), token, new Date());
  if (member) return member;
  if (await isAlone(event)) return { kind: 'single' };
  return { kind: token === null ? 'anonymous' : 'expired' };
}

/** Whether who asks may do something. */
export const may = async (event: Asking, right: Right): Promise<boolean> =>
  allows(await visitorOf(event), right);

/** The hand of who asks. */
export const handOfVisitor = async (event: Asking): Promise<Hand> =>
  handOf(await visitorOf(event), new Date());

/** Why a member may not do something, and whom to ask. */
async function lackOf(member: Member, right: Right): Promise<string> {
  if (!needsKeeper(member, right)) return comptes.refused.noRight;
  return comptes.refused.notKeeper((await readKeepers(appDatabase())).map(({ name }) => name));
}

/** Why who asks may not do something, with what to do next; `null` when they may. For what a form sends. */
export async function refusal(
  event: Asking,
  right: Right,
): Promise<{ status: 401 | 403; problem: string } | null> {
  const visitor = await visitorOf(event);
  if (allows(visitor, right)) return null;
  if (visitor.kind === 'member') return { status: 403, problem: await lackOf(visitor, right) };
  if (!(await accountsExist())) return { status: 403, problem: gestion.single.refused };
  return {
    status: 401,
    problem: visitor.kind === 'expired' ? comptes.refused.expired : comptes.refused.signIn,
  };
}

/** Why a page that anybody may read is not written by who asks, and where to sign in; `null` when it is. */
export async function closedTo(
  event: Asking,
  right: Right,
): Promise<{ text: string; href: string | null } | null> {
  const visitor = await visitorOf(event);
  if (allows(visitor, right)) return null;
  if (visitor.kind === 'member') return { text: await lackOf(visitor, right), href: null };
  if (!(await accountsExist())) return { text: gestion.single.off, href: null };
  return { text: comptes.refused.open, href: signInHref(event.url) };
}

/**
 * Opens a page to who may do something. Others are sent to sign in and come back, or told that it is not
 * theirs to do.
 */
export async function requireRight(event: Asking, right: Right): Promise<Visitor> {
  const visitor = await visitorOf(event);
  if (allows(visitor, right)) return visitor;
  if (visitor.kind === 'member') error(403, await lackOf(visitor, right));
  if (!(await accountsExist())) error(403, gestion.single.off);
  sendToSignIn(event.url);
}

/** Opens a page to who is signed in; others are sent to sign in and come back. */
export async function requireMember(event: Asking): Promise<Member> {
  const visitor = await visitorOf(event);
  if (visitor.kind === 'member') return visitor;
  sendToSignIn(event.url);
}

/** The address that signs in and comes back. */
export const signInHref = (url: URL): string =>
  `/connexion?suite=${encodeURIComponent(url.pathname + withoutAction(url))}`;

function sendToSignIn(url: URL): never {
  redirect(303, signInHref(url));
}

/** The parameters of a page, without the name of the form that was sent. */
function withoutAction({ searchParams }: URL): string {
  const kept = new URLSearchParams([...searchParams].filter(([name]) => !name.startsWith('/')));
  return kept.size > 0 ? `?${kept}` : '';
}
