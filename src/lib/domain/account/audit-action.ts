/** What can be done, as the journal says it. */
export const AUDIT_ACTIONS = [
  'place.create',
  'place.correct',
  'place.drop',
  'places.judge',
  'list.import',
  'list.undo',
  'layout.keep',
  'contacts.read',
  'contacts.export',
  'contacts.erase',
  'contacts.expire',
  'organisation.create',
  'organisation.adopt',
  'account.create',
  'account.rename',
  'account.password',
  'account.recover',
  'account.export',
  'account.erase',
  'account.link',
  'session.open',
  'session.close',
  'session.switch',
  'member.invite',
  'member.join',
  'member.role',
  'member.remove',
  'invitation.cancel',
  'data.load',
  'data.travel',
  'data.inhabited',
  'data.backup',
  'data.restore',
] as const;

export type AuditAction = (typeof AUDIT_ACTIONS)[number];

/** Acts on what every organisation reads: the journal of each shows them, though they are nobody’s. */
export const SHARED_ACTIONS: readonly AuditAction[] = AUDIT_ACTIONS.filter((action) =>
  action.startsWith('data.'),
);
