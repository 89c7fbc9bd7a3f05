import { index, pgTable, text, timestamp } from 'drizzle-orm/pg-core';
import { account, organisation } from './accounts.ts';

const moment = (name: string) => timestamp(name, { withTimezone: true });

/** A key of the interface for programs. The key itself is shown once, and kept by who asked for it. */
export const apiKey = pgTable(
  'api_key',
  {
    /** SHA-256 of the key, hexadecimal. */
    id: text('id').primaryKey(),
    /** Its first characters, by which its holder knows it. */
    hint: text('hint').notNull(),
    /** What it is for: « tableau de bord ». */
    name: text('name').notNull(),
    /** `read`, `write`. */
    scope: text('scope').notNull(),
    /** Whose it is; null for one made where there are no accounts, which opens nothing once there are. */
    owner: text('owner').references(() => organisation.id, { onDelete: 'cascade' }),
    createdAt: moment('created_at').notNull(),
    createdBy: text('created_by').references(() => account.id, { onDelete: 'set null' }),
    /** Noted from time to time. */
    usedAt: moment('used_at'),
    revokedAt: moment('revoked_at'),
  },
  (table) => [index('api_key_owner').on(table.owner)],
);
