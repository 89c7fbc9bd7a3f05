/** What a member may be in an organisation, the least first. */
export const ROLES = ['reader', 'editor', 'administrator'] as const;

export type Role = (typeof ROLES)[number];

/** What may be done beyond reading what is public. */
export const RIGHTS = [
  'write-places',
  'import-lists',
  'make-keys',
  'read-contacts',
  'manage-members',
  'read-journal',
  'load-data',
] as const;

export type Right = (typeof RIGHTS)[number];

/** Who may do what: the one table of rights. A right that is not in it is nobody's. */
const GRANTED: Readonly<Record<Role, readonly Right[]>> = {
  reader: [],
  editor: ['write-places', 'import-lists', 'make-keys'],
  administrator: [
    'write-places',
    'import-lists',
    'make-keys',
    'read-contacts',
    'manage-members',
    'read-journal',
    'load-data',
  ],
};

/** Rights on what every organisation reads: a role gives them only in one that keeps the data of the installation. */
const OF_KEEPERS: readonly Right[] = ['load-data'];

/** Whether a right is only for organisations that keep the data. */
export const isOfKeepers = (right: Right): boolean => OF_KEEPERS.includes(right);

/** Whether a role gives a right. */
export const grants = (role: Role, right: Right): boolean => GRANTED[role].includes(right);

/** A role by its name; `null` for any other text. */
export const roleNamed = (text: unknown): Role | null => ROLES.find((role) => role === text) ?? null;
