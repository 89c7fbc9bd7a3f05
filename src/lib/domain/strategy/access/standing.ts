import type { Role } from '../../account/role.ts';

/**
 * What somebody may do with a strategy, the least first: read it; write beside it; write the actions that are
 * entrusted to their organisation; write all of it; decide who else may.
 */
export const STANDINGS = ['reader', 'commenter', 'contributor', 'editor', 'owner'] as const;

export type Standing = (typeof STANDINGS)[number];

/** What a partner organisation may be given, and a link. */
export const PARTNER_STANDINGS = ['reader', 'commenter', 'contributor', 'editor'] as const;
export const LINK_STANDINGS = ['reader', 'commenter'] as const;

/** Whether a standing is as much as another. */
export const reaches = (standing: Standing, least: Standing): boolean =>
  STANDINGS.indexOf(standing) >= STANDINGS.indexOf(least);

/** The lesser of two. */
const lesser = (one: Standing, other: Standing): Standing => (reaches(one, other) ? other : one);

/** What a role allows in a strategy of one's own organisation. */
const OWN: Readonly<Record<Role, Standing>> = {
  reader: 'commenter',
  editor: 'editor',
  administrator: 'owner',
};

/** What a member of the organisation that owns a strategy may do. */
export const ownStanding = (role: Role): Standing => OWN[role];

/** What a member of a partner organisation may do: no more than the organisation, nor than their role there. */
export const partnerStanding = (given: Standing, role: Role): Standing =>
  lesser(given, role === 'reader' ? 'commenter' : 'editor');

/** A standing that may be given, by its name; `null` for another text. */
export const standingNamed = <Given extends Standing>(among: readonly Given[], name: unknown): Given | null =>
  among.find((one) => one === name) ?? null;
