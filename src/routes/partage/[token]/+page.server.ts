import { error, fail, redirect } from '@sveltejs/kit';
import { reaches, standingNamed, PARTNER_STANDINGS } from '#lib/domain/strategy/access/standing.ts';
import { handOf, type Visitor } from '#lib/domain/account/visitor.ts';
import { formatDateTime } from '#lib/format/date.ts';
import { strategies } from '#lib/messages/strategies.ts';
import { strategySharing } from '#lib/messages/strategy-sharing.ts';
import { BY_SHARE, placeOf, takeTry } from '#lib/server/accounts/limits.ts';
import { hashToken } from '#lib/server/accounts/token.ts';
import { appDatabase } from '#lib/server/app.ts';
import { requireMember, signInHref, visitorOf } from '#lib/server/guard.ts';
import { giveShared } from '#lib/server/http/share-cookie.ts';
import { findLink, isOpen, noteUse, type Link } from '#lib/server/strategies/links.ts';
import { joinByLink } from '#lib/server/strategies/partners.ts';
import { readKept, type KeptStrategy } from '#lib/server/strategies/read.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

const words = strategySharing.join;

type Asking = Pick<RequestEvent, 'params' | 'getClientAddress'>;

/** The link of the address, while it opens; tries are counted, so that nobody looks for one. */
async function opened({ params, getClientAddress }: Asking, now: Date): Promise<Link> {
  const found = await findLink(appDatabase(), hashToken(params.token ?? ''));
  if (found && isOpen(found, now)) return found;
  if (found) error(410, words.gone);
  const who = placeOf(getClientAddress());
  const wait = await takeTry(appDatabase(), [{ limit: BY_SHARE, who }], now);
  if (wait !== null) error(429, words.tooMany);
  error(404, words.unknown);
}

async function strategyOf(link: Link): Promise<KeptStrategy> {
  const kept = await readKept(appDatabase(), link.strategy);
  if (!kept || kept.removedAt !== null) error(410, words.gone);
  return kept;
}

/** What who asks may do with a link that is for an organisation. */
function wayOf(visitor: Visitor, owner: string | null): 'accept' | 'sign-in' | 'own' | 'role' | 'alone' {
  if (visitor.kind !== 'member') return 'sign-in';
  if (!visitor.organisation) return 'alone';
  if (visitor.organisation.id === owner) return 'own';
  return visitor.organisation.role === 'reader' ? 'role' : 'accept';
}

/** Opens a shared strategy; or says what an organisation is invited to, before it accepts. */
export const load: PageServerLoad = async (event) => {
  event.setHeaders({ 'cache-control': 'private, no-store', 'x-robots-tag': 'noindex, nofollow' });
  const now = new Date();
  const link = await opened(event, now);
  const kept = await strategyOf(link);
  if (link.purpose === 'share') {
    giveShared(event.cookies, event.url, event.params.token);
    await noteUse(appDatabase(), link.id, now);
    redirect(303, `/strategies/${link.strategy}`);
  }
  const visitor = await visitorOf(event);
  const standing = standingNamed(PARTNER_STANDINGS, link.standing) ?? 'reader';
  return {
    asked: words.asked(kept.owner?.name ?? '', kept.strategy.name || strategies.untitled),
    what: words.what(strategies.standings[standing]),
    writes: reaches(standing, 'commenter'),
    until: formatDateTime(link.endsAt),
    way: wayOf(visitor, kept.owner?.id ?? null),
    organisation: visitor.kind === 'member' ? (visitor.organisation?.name ?? '') : '',
    signIn: signInHref(event.url),
    strategy: `/strategies/${link.strategy}`,
  };
};

export const actions: Actions = {
  accept: async (event) => {
    const now = new Date();
    const link = await opened(event, now);
    const kept = await strategyOf(link);
    const member = await requireMember(event);
    const way = wayOf(member, kept.owner?.id ?? null);
    const hand = handOf(member, now);
    if (way === 'own') return fail(409, { problem: words.own(member.organisation?.name ?? '') });
    if (way !== 'accept' || hand.owner === null)
      return fail(403, { problem: way === 'role' ? words.role : words.alone });
    const joined = await joinByLink(appDatabase(), { ...hand, owner: hand.owner }, link.id);
    if (typeof joined === 'string') return fail(410, { problem: words.gone });
    redirect(303, `/strategies/${joined.strategy}`);
  },
};
