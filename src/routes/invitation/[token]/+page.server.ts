import { error, fail, redirect } from '@sveltejs/kit';
import { typedName } from '#lib/domain/account/typed-name.ts';
import { PARTNER_STANDINGS, standingNamed } from '#lib/domain/strategy/access/standing.ts';
import { comptes } from '#lib/messages/comptes.ts';
import { organisation as team } from '#lib/messages/organisation.ts';
import { strategies } from '#lib/messages/strategies.ts';
import { strategySharing } from '#lib/messages/strategy-sharing.ts';
import { acceptAsMember, acceptAsNew, recoverBy, type Refused } from '#lib/server/accounts/accept.ts';
import { readInvitation, type OpenInvitation } from '#lib/server/accounts/invitations.ts';
import { BY_LINK, placeOf, takeTry } from '#lib/server/accounts/limits.ts';
import { newPassword } from '#lib/server/accounts/new-password.ts';
import { enter } from '#lib/server/accounts/sign-in.ts';
import { appDatabase, identityProvider } from '#lib/server/app.ts';
import { requireMember, visitorOf } from '#lib/server/guard.ts';
import { giveSession, isPrivateWay } from '#lib/server/http/session-cookie.ts';
import { foundingLink } from '#lib/server/strategies/links.ts';
import { readKept } from '#lib/server/strategies/read.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

const words = comptes.invitation;

type Asking = Pick<RequestEvent, 'params' | 'getClientAddress'>;

/** What the link of the address opens; tries are counted, so that nobody looks for one. */
async function opened({ params, getClientAddress }: Asking): Promise<OpenInvitation> {
  const now = new Date();
  const found = await readInvitation(appDatabase(), params.token ?? '', now);
  if (found) return found;
  const place = placeOf(getClientAddress());
  const wait = await takeTry(appDatabase(), [{ limit: BY_LINK, who: place }], now);
  if (wait !== null) error(429, words.tooMany);
  error(404, words.gone);
}

function saidOf({ purpose, organisationName, foundedName, role }: OpenInvitation): string {
  if (purpose === 'recover') return words.recoverAbout;
  if (purpose === 'found') return words.found(foundedName ?? '');
  return words.join(organisationName ?? '', team.roles[role ?? ''] ?? '');
}

/** What the organisation to found is invited to besides; `null` for nothing. */
async function invitedTo({ id, purpose, organisationName }: OpenInvitation): Promise<string | null> {
  const link = purpose === 'found' ? await foundingLink(appDatabase(), id, new Date()) : null;
  const kept = link && (await readKept(appDatabase(), link.strategy));
  const standing = standingNamed(PARTNER_STANDINGS, link?.standing);
  if (!kept || kept.removedAt !== null || !standing) return null;
  const name = kept.strategy.name || strategies.untitled;
  return strategySharing.join.founder(organisationName ?? '', name, strategies.standings[standing]);
}

/** What a link opens to: an account to make, one to use, or a password to choose. */
export const load: PageServerLoad = async (event) => {
  event.setHeaders({ 'cache-control': 'no-store' });
  const invitation = await opened(event);
  const visitor = await visitorOf(event);
  const recovers = invitation.purpose === 'recover';
  const member = !recovers && visitor.kind === 'member' ? visitor : null;
  return {
    said: saidOf(invitation),
    also: await invitedTo(invitation),
    email: invitation.email,
    way: recovers
      ? ('recover' as const)
      : member
        ? member.email === invitation.email
          ? ('accept' as const)
          : ('other' as const)
        : invitation.known
          ? ('sign-in' as const)
          : ('create' as const),
    signedInAs: member?.email ?? null,
    open: isPrivateWay(event.url, event.getClientAddress()),
    provider: identityProvider()?.name ?? null,
    token: event.params.token,
  };
};

const WHY: Readonly<Record<Refused, string>> = { gone: words.gone, known: words.known, other: words.gone };

const textOf = (form: FormData, name: string): string => String(form.get(name) ?? '');

const agentOf = (event: RequestEvent): string => event.request.headers.get('user-agent') ?? '';

/** A password chosen by the link, hashed; or the refusal to show. */
async function chosenPassword(event: RequestEvent, form: FormData, invitation: OpenInvitation) {
  if (!isPrivateWay(event.url, event.getClientAddress())) return { problem: comptes.signIn.closed };
  const known = [invitation.email, textOf(form, 'nom'), invitation.organisationName ?? ''];
  const chosen = await newPassword(textOf(form, 'mot-de-passe'), known);
  if ('hash' in chosen) return chosen;
  return { problem: chosen.fault === 'busy' ? comptes.signIn.busy : comptes.faults[chosen.fault] };
}

export const actions: Actions = {
  create: async (event) => {
    const invitation = await opened(event);
    const form = await event.request.formData();
    const typed = textOf(form, 'nom');
    const name = typedName(typed);
    if (name === null) return fail(422, { name: typed, problem: comptes.faults.name });
    const chosen = await chosenPassword(event, form, invitation);
    if ('problem' in chosen) return fail(422, { name: typed, problem: chosen.problem });
    const now = new Date();
    const made = await acceptAsNew(appDatabase(), event.params.token, { name, password: chosen.hash }, now);
    if (typeof made === 'string') return fail(409, { name: typed, problem: WHY[made] });
    const opening = { account: made.account, agent: agentOf(event) };
    giveSession(event.cookies, event.url, await enter(appDatabase(), opening, now));
    redirect(303, '/compte');
  },
  accept: async (event) => {
    await opened(event);
    const member = await requireMember(event);
    const done = await acceptAsMember(appDatabase(), event.params.token, member, new Date());
    if (done === 'other') return fail(403, { name: '', problem: words.other(member.email) });
    if (typeof done === 'string') return fail(409, { name: '', problem: WHY[done] });
    redirect(303, '/compte');
  },
  recover: async (event) => {
    const invitation = await opened(event);
    const chosen = await chosenPassword(event, await event.request.formData(), invitation);
    if ('problem' in chosen) return fail(422, { name: '', problem: chosen.problem });
    const how = { password: chosen.hash, agent: agentOf(event) };
    const done = await recoverBy(appDatabase(), event.params.token, how, new Date());
    if (typeof done === 'string') return fail(409, { name: '', problem: WHY[done] });
    giveSession(event.cookies, event.url, done.token);
    redirect(303, '/compte');
  },
};
