import { fail } from '@sveltejs/kit';
import { normaliseEmail } from '#lib/domain/account/email.ts';
import { organisationKindNamed } from '#lib/domain/account/organisation-kind.ts';
import { INVITATION_MS } from '#lib/domain/account/session-life.ts';
import { typedName } from '#lib/domain/account/typed-name.ts';
import { daysAfter, MOST_LABEL, PARTNER_DAYS, typedDays } from '#lib/domain/strategy/access/link-life.ts';
import {
  LINK_STANDINGS,
  PARTNER_STANDINGS,
  standingNamed,
  type Standing,
} from '#lib/domain/strategy/access/standing.ts';
import { line } from '#lib/domain/strategy/record/field-kind.ts';
import { readField } from '#lib/domain/strategy/record/read-field.ts';
import { formatDateTime } from '#lib/format/date.ts';
import { comptes } from '#lib/messages/comptes.ts';
import { strategies } from '#lib/messages/strategies.ts';
import { strategySharing as words } from '#lib/messages/strategy-sharing.ts';
import { inviteFounder } from '#lib/server/accounts/found-partner.ts';
import { hashToken, newToken } from '#lib/server/accounts/token.ts';
import { appDatabase, currentData } from '#lib/server/app.ts';
import { isOpen, makeLink, readLinks, revokeLink, type Link } from '#lib/server/strategies/links.ts';
import { changePartner, partnersOf } from '#lib/server/strategies/partners.ts';
import { openStrategy } from '#lib/server/strategy-guard.ts';
import { headingOf } from '../heading.server.ts';
import { askStep } from '../step-actions.server.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

const wordsOf = (standing: string): string =>
  standing in strategies.standings ? strategies.standings[standing as Standing] : standing;

/** What became of a link, in words. */
function stateOf(link: Link, now: Date): string {
  if (link.revokedAt) return words.links.revoked(formatDateTime(link.revokedAt));
  if (link.purpose !== 'share' && link.usedAt) return words.links.taken(formatDateTime(link.usedAt));
  if (link.endsAt <= now) return words.links.ended(formatDateTime(link.endsAt));
  return words.links.open(formatDateTime(link.endsAt));
}

/** Who may open the strategy: partners, and links. */
export const load: PageServerLoad = async (event) => {
  const opened = await openStrategy(event, 'owner');
  const [database, data, now] = [appDatabase(), await currentData(), new Date()];
  const { id } = opened.kept;
  return {
    heading: headingOf(opened, data),
    alone: opened.visitor.kind === 'single',
    partners: (await partnersOf(database, id)).map(({ since, ...partner }) => ({
      ...partner,
      since: formatDateTime(since),
    })),
    links: (await readLinks(database, id)).map((link) => ({
      id: link.id,
      label: link.label,
      purpose: words.links.purposes[link.purpose] ?? link.purpose,
      standing: wordsOf(link.standing),
      state: stateOf(link, now),
      used:
        link.purpose !== 'share'
          ? ''
          : link.usedAt
            ? words.links.used(formatDateTime(link.usedAt))
            : words.links.never,
      isOpen: isOpen(link, now),
    })),
  };
};

const textOf = (form: FormData, name: string): string => String(form.get(name) ?? '');

/** Whom a link is for, as typed; `null` when it is nobody, or too long. */
function labelOf(form: FormData): string | null {
  const read = readField(line(MOST_LABEL), textOf(form, 'pour'));
  return 'fault' in read || read.value === '' ? null : read.value;
}

/** A link as it is shown, once. */
const shown = ({ url }: RequestEvent, path: string, said: string) => ({
  link: { href: `${url.origin}${path}`, said },
});

export const actions: Actions = {
  share: async (event) => {
    const form = await event.request.formData();
    const typed = {
      label: textOf(form, 'pour'),
      days: textOf(form, 'jours'),
      standing: textOf(form, 'droit'),
    };
    const opened = await askStep(event, form, 'owner');
    if (!('kept' in opened)) return opened;
    const label = labelOf(form);
    const days = typedDays(typed.days);
    const standing = standingNamed(LINK_STANDINGS, typed.standing);
    if (label === null) return fail(422, { share: typed, problem: words.faults.label });
    if (days === null) return fail(422, { share: typed, problem: words.faults.days });
    if (standing === null) return fail(422, { share: typed, problem: words.faults.standing });
    const token = newToken();
    const endsAt = daysAfter(opened.hand.now, days);
    const link = { hash: hashToken(token), purpose: 'share', standing, label, endsAt } as const;
    const made = await makeLink(appDatabase(), opened.hand, opened.kept.id, link);
    if (!made) return fail(409, { share: typed, problem: words.faults.full });
    return shown(event, `/partage/${token}`, words.made.share(label, formatDateTime(endsAt)));
  },
  partner: async (event) => {
    const form = await event.request.formData();
    const typed = { label: textOf(form, 'pour'), standing: textOf(form, 'droit') };
    const opened = await askStep(event, form, 'owner');
    if (!('kept' in opened)) return opened;
    const label = labelOf(form);
    const standing = standingNamed(PARTNER_STANDINGS, typed.standing);
    if (opened.hand.owner === null) return fail(403, { partner: typed, problem: words.faults.single });
    if (label === null) return fail(422, { partner: typed, problem: words.faults.label });
    if (standing === null) return fail(422, { partner: typed, problem: words.faults.standing });
    const token = newToken();
    const endsAt = daysAfter(opened.hand.now, PARTNER_DAYS);
    const link = { hash: hashToken(token), purpose: 'partner', standing, label, endsAt } as const;
    const made = await makeLink(appDatabase(), opened.hand, opened.kept.id, link);
    if (!made) return fail(409, { partner: typed, problem: words.faults.full });
    return shown(event, `/partage/${token}`, words.made.partner(label, formatDateTime(endsAt)));
  },
  found: async (event) => {
    const form = await event.request.formData();
    const typed = {
      name: textOf(form, 'organisation'),
      kind: textOf(form, 'nature'),
      email: textOf(form, 'adresse'),
      standing: textOf(form, 'droit'),
    };
    const opened = await askStep(event, form, 'owner');
    if (!('kept' in opened)) return opened;
    const { owner } = opened.hand;
    const [name, kind] = [typedName(typed.name), organisationKindNamed(typed.kind)];
    const [email, standing] = [normaliseEmail(typed.email), standingNamed(PARTNER_STANDINGS, typed.standing)];
    if (owner === null) return fail(403, { found: typed, problem: words.faults.single });
    if (name === null) return fail(422, { found: typed, problem: comptes.faults.name });
    if (kind === null) return fail(422, { found: typed, problem: comptes.faults.kind });
    if (email === null) return fail(422, { found: typed, problem: comptes.faults.email });
    if (standing === null) return fail(422, { found: typed, problem: words.faults.standing });
    const partner = { email, name, kind, standing };
    const token = await inviteFounder(appDatabase(), { ...opened.hand, owner }, opened.kept.id, partner);
    if (token === null) return fail(409, { found: typed, problem: words.faults.full });
    const until = formatDateTime(new Date(opened.hand.now.getTime() + INVITATION_MS));
    return shown(event, `/invitation/${token}`, words.made.found(email, until));
  },
  revoke: async (event) => {
    const form = await event.request.formData();
    const opened = await askStep(event, form, 'owner');
    if (!('kept' in opened)) return opened;
    const hash = textOf(form, 'lien');
    const done = await revokeLink(appDatabase(), opened.hand, opened.kept.id, hash);
    return done ? { done: words.links.done } : fail(409, { problem: words.links.gone });
  },
  change: async (event) => {
    const form = await event.request.formData();
    const opened = await askStep(event, form, 'owner');
    if (!('kept' in opened)) return opened;
    const standing = standingNamed(PARTNER_STANDINGS, textOf(form, 'droit'));
    if (standing === null) return fail(422, { problem: words.faults.standing });
    const { hand, kept } = opened;
    const done = await changePartner(appDatabase(), hand, kept.id, textOf(form, 'organisation'), standing);
    return done ? { done: words.partners.changed } : fail(409, { problem: words.partners.gone });
  },
  remove: async (event) => {
    const form = await event.request.formData();
    const opened = await askStep(event, form, 'owner');
    if (!('kept' in opened)) return opened;
    const partner = textOf(form, 'organisation');
    const done = await changePartner(appDatabase(), opened.hand, opened.kept.id, partner, null);
    return done ? { done: words.partners.removed } : fail(409, { problem: words.partners.gone });
  },
};
