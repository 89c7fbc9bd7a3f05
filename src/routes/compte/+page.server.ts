import { fail, redirect } from '@sveltejs/kit';
import { normaliseEmail } from '#lib/domain/account/email.ts';
import { organisationKindNamed } from '#lib/domain/account/organisation-kind.ts';
import { typedName } from '#lib/domain/account/typed-name.ts';
import { allows } from '#lib/domain/account/visitor.ts';
import { comptes } from '#lib/messages/comptes.ts';
import { accountNumbered, organisationsOf } from '#lib/server/accounts/account.ts';
import { found } from '#lib/server/accounts/founding.ts';
import { newPassword } from '#lib/server/accounts/new-password.ts';
import {
  actFor,
  changePassword,
  closeSession,
  erase,
  readIdentities,
  rename,
} from '#lib/server/accounts/own.ts';
import { readSessions } from '#lib/server/accounts/sessions.ts';
import { confirm, enter } from '#lib/server/accounts/sign-in.ts';
import { appDatabase, dataChanged, identityProvider } from '#lib/server/app.ts';
import { requireMember, visitorOf } from '#lib/server/guard.ts';
import { dropSession, giveSession } from '#lib/server/http/session-cookie.ts';
import { providerReason } from '#lib/server/provider-reason.ts';
import { signInProblem } from '#lib/server/sign-in-problem.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

const words = comptes.account;

/** One’s own account; at a machine without accounts, the way to the first one. */
export const load: PageServerLoad = async (event) => {
  event.setHeaders({ 'cache-control': 'no-store' });
  if ((await visitorOf(event)).kind === 'single') return { member: null };
  const member = await requireMember(event);
  const database = appDatabase();
  const held = await accountNumbered(database, member.account);
  const provider = identityProvider();
  return {
    member: {
      name: member.name,
      email: member.email,
      organisation: member.organisation,
      hasPassword: held?.password != null,
      manages: allows(member, 'manage-members'),
      makesKeys: allows(member, 'make-keys'),
      readsJournal: allows(member, 'read-journal'),
    },
    organisations: (await organisationsOf(database, member.account)).map(({ id, name, kind, role }) => ({
      id,
      name,
      kind,
      role,
      acting: id === member.organisation?.id,
    })),
    identities: await readIdentities(database, member.account),
    provider: provider?.name ?? null,
    sessions: (await readSessions(database, member.account, new Date())).map(({ id, agent, seenAt }) => ({
      id,
      agent,
      seenAt,
      current: id === member.session,
    })),
    reason: providerReason(event.url.searchParams.get('raison'), provider?.name ?? ''),
  };
};

const textOf = (form: FormData, name: string): string => String(form.get(name) ?? '');

const agentOf = (event: RequestEvent): string => event.request.headers.get('user-agent') ?? '';

export const actions: Actions = {
  /** Leaves the single-user mode: the first account, its organisation, and what was made so far. */
  found: async (event) => {
    if ((await visitorOf(event)).kind !== 'single') return fail(403, { problem: comptes.first.exists });
    const form = await event.request.formData();
    const typed = {
      name: textOf(form, 'nom'),
      email: textOf(form, 'adresse'),
      organisation: textOf(form, 'organisation'),
      kind: textOf(form, 'nature'),
    };
    const refused = (problem: string) => fail(422, { typed, problem });
    const name = typedName(typed.name);
    const organisation = typedName(typed.organisation);
    const email = normaliseEmail(typed.email);
    const kind = organisationKindNamed(typed.kind);
    if (name === null || organisation === null) return refused(comptes.faults.name);
    if (email === null) return refused(comptes.faults.email);
    if (kind === null) return refused(comptes.faults.kind);
    const chosen = await newPassword(textOf(form, 'mot-de-passe'), [name, email, organisation]);
    if ('fault' in chosen)
      return refused(chosen.fault === 'busy' ? comptes.signIn.busy : comptes.faults[chosen.fault]);
    const now = new Date();
    const made = await found(
      appDatabase(),
      { organisation: { name: organisation, kind }, account: { name, email, password: chosen.hash } },
      now,
    );
    if (!made) return fail(409, { problem: comptes.first.exists });
    await dataChanged();
    giveSession(
      event.cookies,
      event.url,
      await enter(appDatabase(), { account: made.account, agent: agentOf(event) }, now),
    );
    redirect(303, '/compte');
  },
  rename: async (event) => {
    const member = await requireMember(event);
    const name = typedName(textOf(await event.request.formData(), 'nom'));
    if (name === null) return fail(422, { problem: comptes.faults.name });
    await rename(appDatabase(), member, name, new Date());
    return { done: words.saved };
  },
  password: async (event) => {
    const member = await requireMember(event);
    const form = await event.request.formData();
    const refused = await unconfirmed(event, textOf(form, 'actuel'));
    if (refused) return fail(...refused);
    const known = [member.name, member.email, member.organisation?.name ?? ''];
    const chosen = await newPassword(textOf(form, 'mot-de-passe'), known);
    if ('fault' in chosen) {
      const problem = chosen.fault === 'busy' ? comptes.signIn.busy : comptes.faults[chosen.fault];
      return fail(422, { problem });
    }
    await changePassword(appDatabase(), member, chosen.hash, new Date());
    return { done: words.changed };
  },
  close: async (event) => {
    const member = await requireMember(event);
    const id = textOf(await event.request.formData(), 'session');
    await closeSession(appDatabase(), member, id, new Date());
    if (id === member.session) {
      dropSession(event.cookies, event.url);
      redirect(303, '/connexion');
    }
    return { done: words.closed };
  },
  switch: async (event) => {
    const member = await requireMember(event);
    const chosen = textOf(await event.request.formData(), 'organisation');
    if (!(await actFor(appDatabase(), member, chosen, new Date())))
      return fail(403, { problem: comptes.refused.noRight });
    redirect(303, '/compte');
  },
  erase: async (event) => {
    const member = await requireMember(event);
    const form = await event.request.formData();
    if (form.get('confirmation') !== 'on') return fail(422, { problem: words.eraseUnconfirmed });
    const refused = await unconfirmed(event, textOf(form, 'actuel'));
    if (refused) return fail(...refused);
    const left = await erase(appDatabase(), member, new Date());
    if (left.length > 0) return fail(409, { problem: words.eraseLast(left.join(', ')) });
    dropSession(event.cookies, event.url);
    redirect(303, '/connexion?raison=efface');
  },
};

/** Why the person at this browser is not taken for the holder of the account; nothing is asked of who has no password. */
async function unconfirmed(event: RequestEvent, password: string) {
  const { account, email } = await requireMember(event);
  const held = await accountNumbered(appDatabase(), account);
  if (held?.password == null) return null;
  const now = new Date();
  const checked = await confirm(appDatabase(), { email, password }, event.getClientAddress(), now);
  if (checked.outcome === 'right') return null;
  const refused = signInProblem(checked, {});
  if (checked.outcome === 'wrong') refused[1].problem = words.wrongCurrent;
  return refused;
}
