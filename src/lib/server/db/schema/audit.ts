import { index, pgTable, serial, text, timestamp } from 'drizzle-orm/pg-core';

/**
 * Every write, in the transaction that made it: who, when, what, for whom. Accounts are numbers that
 * outlive the account; no name, address or value is here.
 */
export const auditEntry = pgTable(
  'audit_entry',
  {
    id: serial('id').primaryKey(),
    at: timestamp('at', { withTimezone: true }).notNull(),
    /** Null for the person of a machine without accounts, a command line, or the passing of time. */
    account: text('account'),
    organisation: text('organisation'),
    /** One of `domain/account/audit-action.ts`. */
    action: text('action').notNull(),
    /** What it was done to: the key of a record, the number of an import, of an account. */
    object: text('object'),
  },
  (table) => [
    index('audit_entry_organisation').on(table.organisation, table.id),
    index('audit_entry_account').on(table.account),
    index('audit_entry_at').on(table.at),
  ],
);
