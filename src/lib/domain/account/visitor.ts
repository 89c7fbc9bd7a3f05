import { grants, isOfKeepers, type Right, type Role } from './role.ts';

/** Somebody signed in: who, and on whose behalf. */
export interface Member {
  kind: 'member';
  account: string;
  name: string;
  email: string;
  /** Identifier of the session. */
  session: string;
  /** `null` for who is a member of no organisation. */
  organisation: MemberOrganisation | null;
}

/** The organisation that somebody acts for, and what they are in it. */
export interface MemberOrganisation {
  id: string;
  name: string;
  role: Role;
  /** Whether it keeps the data that every organisation reads. */
  keepsData: boolean;
}

/**
 * Who asks. `single` is the person at the machine where no account was made; `expired` brings a session
 * that ended, and may do no more than anybody.
 */
export type Visitor = Member | { kind: 'single' } | { kind: 'anonymous' } | { kind: 'expired' };

/** What the person at a machine without accounts may do: all that needs no members. */
const SINGLE: readonly Right[] = ['write-places', 'import-lists', 'make-keys', 'read-contacts', 'load-data'];

/** Whether a visitor may do something. */
export function allows(visitor: Visitor, right: Right): boolean {
  if (visitor.kind === 'single') return SINGLE.includes(right);
  if (visitor.kind !== 'member' || !visitor.organisation) return false;
  return grants(visitor.organisation.role, right) && !needsKeeper(visitor, right);
}

/** Whether a right stays out of reach of a member, whatever their role, since their organisation does not keep the data. */
export const needsKeeper = ({ organisation }: Member, right: Right): boolean =>
  isOfKeepers(right) && organisation?.keepsData !== true;

/** Who writes, on whose behalf, and when: goes with every write. */
export interface Hand {
  now: Date;
  /** The organisation that what is made belongs to; `null` where there are no accounts. */
  owner: string | null;
  account: string | null;
}

/** The hand of a visitor. */
export const handOf = (visitor: Visitor, now: Date): Hand =>
  visitor.kind === 'member'
    ? { now, owner: visitor.organisation?.id ?? null, account: visitor.account }
    : { now, owner: null, account: null };
