import { error, fail } from '@sveltejs/kit';
import { normaliseEmail } from '#lib/domain/account/email.ts';
import { organisationKindNamed } from '#lib/domain/account/organisation-kind.ts';
import { grants, roleNamed } from '#lib/domain/account/role.ts';
import { INVITATION_MS, RECOVERY_MS } from '#lib/domain/account/session-life.ts';
import { typedName } from '#lib/domain/account/typed-name.ts';
import { handOf, type Hand, type Member } from '#lib/domain/account/visitor.ts';
import { formatDateTime } from '#lib/format/date.ts';
import { comptes } from '#lib/messages/comptes.ts';
import { organisation as words } from '#lib/messages/organisation.ts';
import { accountNumbered } from '#lib/server/accounts/account.ts';
import { cancelInvitation, invite, readInvitations, recover } from '#lib/server/accounts/invitations.ts';
import { changeRole, readMembers, removeMember, type MemberChange } from '#lib/server/accounts/members.ts';
import { appDatabase } from '#lib/server/app.ts';
import { requireRight } from '#lib/server/guard.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

/** Who administers an organisation, with the hand that acts for it. */
async function administrator(event: RequestEvent | Parameters<PageServerLoad>[0]) {
  const visitor = await requireRight(event, 'manage-members');
  // The right is given by an organisation: whoever has it acts for one.
  if (visitor.kind !== 'member' || !visitor.organisation) error(403, comptes.refused.noRight);
  const { organisation } = visitor;
  const hand: Hand & { owner: string } = { ...handOf(visitor, new Date()), owner: organisation.id };
  return { member: visitor as Member, organisation, hand };
}

/** The members of one’s organisation, and the links that wait. */
export const load: PageServerLoad = async (event) => {
  event.setHeaders({ 'cache-control': 'no-store' });
  const { member, organisation } = await administrator(event);
  const database = appDatabase();
  return {
    name: organisation.name,
    keepsData: organisation.keepsData,
    members: (await readMembers(database, organisation.id)).map((one) => ({
      ...one,
      self: one.account === member.account,
    })),
    pending: (await readInvitations(database, organisation.id, new Date())).map(
      ({ id, purpose, email, endsAt, foundedName }) => ({ id, purpose, email, endsAt, foundedName }),
    ),
  };
};

const textOf = (form: FormData, name: string): string => String(form.get(name) ?? '');

/** A link as it is shown, once. */
const linkOf = ({ url }: RequestEvent, token: string, email: string, life: number, now: Date) => ({
  link: {
    href: `${url.origin}/invitation/${token}`,
    email,
    until: formatDateTime(new Date(now.getTime() + life)),
  },
});

const SAID: Readonly<Record<Exclude<MemberChange, 'done'>, string>> = {
  last: words.members.last,
  unknown: words.members.unknown,
};

export const actions: Actions = {
  invite: async (event) => {
    const { hand } = await administrator(event);
    const form = await event.request.formData();
    const typed = { email: textOf(form, 'adresse'), role: textOf(form, 'role') };
    const email = normaliseEmail(typed.email);
    const role = roleNamed(typed.role);
    if (email === null) return fail(422, { typed, problem: comptes.faults.email });
    if (role === null) return fail(422, { typed, problem: comptes.faults.role });
    const token = await invite(appDatabase(), hand, { purpose: 'join', email, role });
    return linkOf(event, token, email, INVITATION_MS, hand.now);
  },
  partner: async (event) => {
    const { hand } = await administrator(event);
    const form = await event.request.formData();
    const partner = {
      email: textOf(form, 'adresse'),
      name: textOf(form, 'organisation'),
      kind: textOf(form, 'nature'),
    };
    const email = normaliseEmail(partner.email);
    const foundedName = typedName(partner.name);
    const foundedKind = organisationKindNamed(partner.kind);
    if (foundedName === null) return fail(422, { partner, problem: comptes.faults.name });
    if (foundedKind === null) return fail(422, { partner, problem: comptes.faults.kind });
    if (email === null) return fail(422, { partner, problem: comptes.faults.email });
    const token = await invite(appDatabase(), hand, { purpose: 'found', email, foundedName, foundedKind });
    return linkOf(event, token, email, INVITATION_MS, hand.now);
  },
  role: async (event) => {
    const { hand } = await administrator(event);
    const form = await event.request.formData();
    const role = roleNamed(textOf(form, 'role'));
    if (role === null) return fail(422, { problem: comptes.faults.role });
    const became = await changeRole(appDatabase(), hand, textOf(form, 'compte'), role);
    if (became !== 'done') return fail(409, { problem: SAID[became] });
    return { done: grants(role, 'make-keys') ? words.members.changed : words.members.lowered };
  },
  remove: async (event) => {
    const { hand } = await administrator(event);
    const became = await removeMember(appDatabase(), hand, textOf(await event.request.formData(), 'compte'));
    return became === 'done' ? { done: words.members.removed } : fail(409, { problem: SAID[became] });
  },
  recover: async (event) => {
    const { hand } = await administrator(event);
    const id = textOf(await event.request.formData(), 'compte');
    const made = await recover(appDatabase(), hand, id);
    if (made === 'unknown') return fail(409, { problem: words.members.unknown });
    if (made === 'elsewhere') return fail(409, { problem: words.members.elsewhere });
    const held = await accountNumbered(appDatabase(), id);
    return linkOf(event, made.token, held?.email ?? '', RECOVERY_MS, hand.now);
  },
  cancel: async (event) => {
    const { hand } = await administrator(event);
    const gone = await cancelInvitation(appDatabase(), hand, textOf(await event.request.formData(), 'lien'));
    return gone ? { done: words.pending.cancelled } : fail(409, { problem: comptes.invitation.gone });
  },
};
