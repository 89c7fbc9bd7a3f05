import { boolean, index, integer, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';

const moment = (name: string) => timestamp(name, { withTimezone: true });

/** A structure that works with Maillage: an authority, an association or a funder. What is made belongs to one. */
export const organisation = pgTable('organisation', {
  id: text('id').primaryKey(),
  name: text('name').notNull(),
  /** `authority`, `association`, `funder`. */
  kind: text('kind').notNull(),
  /** Whether it keeps the data that every organisation of the installation reads. */
  keepsData: boolean('keeps_data').notNull().default(false),
  createdAt: moment('created_at').notNull(),
});

/** A person. Erasing one deletes the row: what they made stays with their organisation, under a number only. */
export const account = pgTable('account', {
  id: text('id').primaryKey(),
  /** Normalised (`domain/account/email.ts`). */
  email: text('email').notNull().unique(),
  name: text('name').notNull(),
  /** Argon2id, with its own parameters and salt; null for who only comes by an identity provider. */
  password: text('password'),
  createdAt: moment('created_at').notNull(),
  signedInAt: moment('signed_in_at'),
});

/** Who an account is for an identity provider: its `sub`, never an e-mail address, which may change hands. */
export const identity = pgTable(
  'identity',
  {
    issuer: text('issuer').notNull(),
    subject: text('subject').notNull(),
    account: text('account')
      .notNull()
      .references(() => account.id, { onDelete: 'cascade' }),
    linkedAt: moment('linked_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.issuer, table.subject] }),
    index('identity_account').on(table.account),
  ],
);

/** What an account may do in an organisation. */
export const membership = pgTable(
  'membership',
  {
    account: text('account')
      .notNull()
      .references(() => account.id, { onDelete: 'cascade' }),
    organisation: text('organisation')
      .notNull()
      .references(() => organisation.id, { onDelete: 'cascade' }),
    /** `reader`, `editor`, `administrator`. */
    role: text('role').notNull(),
    since: moment('since').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.account, table.organisation] }),
    index('membership_organisation').on(table.organisation),
  ],
);

/** One browser that is signed in. The token itself is only in its cookie. */
export const session = pgTable(
  'session',
  {
    /** SHA-256 of the token, hexadecimal. */
    id: text('id').primaryKey(),
    account: text('account')
      .notNull()
      .references(() => account.id, { onDelete: 'cascade' }),
    /** On whose behalf; null for who is a member of none. */
    organisation: text('organisation').references(() => organisation.id, { onDelete: 'set null' }),
    /** « Firefox, Linux »: enough for a person to know their own browsers. */
    agent: text('agent').notNull(),
    /** What an identity provider asks for to sign out there too. */
    idToken: text('id_token'),
    createdAt: moment('created_at').notNull(),
    seenAt: moment('seen_at').notNull(),
    endsAt: moment('ends_at').notNull(),
  },
  (table) => [index('session_account').on(table.account), index('session_end').on(table.endsAt)],
);

/** A link that opens once: to join an organisation, to found one, or to choose a new password. */
export const invitation = pgTable(
  'invitation',
  {
    /** SHA-256 of the token, hexadecimal. */
    id: text('id').primaryKey(),
    /** `join`, `found`, `recover`. */
    purpose: text('purpose').notNull(),
    /** Whose link it is; null for a link of the command line. */
    organisation: text('organisation').references(() => organisation.id, { onDelete: 'cascade' }),
    /** Whom it is for. */
    email: text('email').notNull(),
    /** Of who joins. */
    role: text('role'),
    /** Of the organisation to found. */
    foundedName: text('founded_name'),
    foundedKind: text('founded_kind'),
    /** Whose password is to be chosen again. */
    account: text('account').references(() => account.id, { onDelete: 'cascade' }),
    invitedBy: text('invited_by').references(() => account.id, { onDelete: 'set null' }),
    createdAt: moment('created_at').notNull(),
    endsAt: moment('ends_at').notNull(),
    usedAt: moment('used_at'),
  },
  (table) => [index('invitation_organisation').on(table.organisation)],
);

/** Tries already made, by a hash of who or what they are counted for; shared by every server on the database. */
export const rateLimit = pgTable('rate_limit', {
  key: text('key').primaryKey(),
  tries: integer('tries').notNull(),
  endsAt: moment('ends_at').notNull(),
});
