import { error, redirect, type RequestEvent } from '@sveltejs/kit';
import type { Writer } from '../domain/strategy/access/may-write.ts';
import { reaches, type Standing } from '../domain/strategy/access/standing.ts';
import { handOf, type Hand, type Visitor } from '../domain/account/visitor.ts';
import { comptes } from '../messages/comptes.ts';
import { strategies } from '../messages/strategies.ts';
import { hashToken } from './accounts/token.ts';
import { accountsExist, appDatabase } from './app.ts';
import { signInHref, visitorOf, type Asking } from './guard.ts';
import { sharedTokens } from './http/share-cookie.ts';
import { readKept, type KeptStrategy } from './strategies/read.ts';
import { sharedStanding } from './strategies/shared.ts';
import { standingOf } from './strategies/standing.ts';
import { gestion } from '../messages/lieux-gestion.ts';

/** A strategy that was opened, and what who opened it may do. */
export interface OpenedStrategy {
  kept: KeptStrategy;
  visitor: Visitor;
  writer: Writer;
  hand: Hand;
  /** Whom the link was made for, where one opened it. */
  guest: string | null;
}

type StrategyAsking = Asking & Pick<RequestEvent, 'setHeaders'> & { params: { id: string } };

/** Why a strategy is not opened. */
interface Closed {
  status: 303 | 401 | 403 | 404 | 410;
  problem: string;
}

/**
 * Opens the strategy of an address to who may do so much with it. Others are sent to sign in and come back, or
 * told why: that a strategy exists is said to nobody else.
 */
export async function openStrategy(
  event: StrategyAsking,
  least: Standing = 'reader',
): Promise<OpenedStrategy> {
  event.setHeaders({ 'cache-control': 'private, no-store' });
  const opened = await findStrategy(event, least);
  if ('kept' in opened) return opened;
  if (opened.status === 401 || opened.status === 303) redirect(303, signInHref(event.url));
  error(opened.status, opened.problem);
}

/** The same for what a form sends: why not is told, and what was typed stays on the page. */
export const askStrategy = (
  event: Asking & { params: { id: string } },
  least: Standing = 'reader',
): Promise<OpenedStrategy | Closed> => findStrategy(event, least);

async function findStrategy(
  event: Asking & { params: { id: string } },
  least: Standing,
): Promise<OpenedStrategy | Closed> {
  const now = new Date();
  const { id } = event.params;
  const database = appDatabase();
  const visitor = await visitorOf(event);
  const own = await standingOf(database, id, visitor);
  const hashes = sharedTokens(event.cookies, event.url).map(hashToken);
  const shared = own === null ? await sharedStanding(database, id, hashes, now) : null;
  if (own === null && shared === 'over') return { status: 410, problem: strategies.closed.over };
  const byLink = shared === 'over' ? null : shared;
  const standing = own ?? byLink?.standing ?? null;
  if (standing === null) return strangerTo(visitor);
  const kept = await readKept(database, id);
  if (!kept || kept.removedAt !== null) return { status: 404, problem: strategies.closed.aside };
  if (!reaches(standing, least)) return { status: 403, problem: strategies.closed.less };
  const hand = own === null ? { now, owner: null, account: null } : handOf(visitor, now);
  return {
    kept,
    visitor,
    hand,
    writer: { standing, organisation: hand.owner },
    guest: byLink?.guest ?? null,
  };
}

async function strangerTo(visitor: Visitor): Promise<Closed> {
  if (visitor.kind === 'member' || visitor.kind === 'single')
    return { status: 404, problem: strategies.closed.unknown };
  if (!(await accountsExist())) return { status: 403, problem: gestion.single.off };
  return {
    status: 401,
    problem: visitor.kind === 'expired' ? strategies.closed.expired : comptes.refused.signIn,
  };
}
