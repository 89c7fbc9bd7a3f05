import { sql } from 'drizzle-orm';
import {
  bigserial,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { account, organisation } from './accounts.ts';

const moment = (name: string) => timestamp(name, { withTimezone: true });

/** A strategy: whose it is. What it says is in its items. */
export const strategy = pgTable(
  'strategy',
  {
    id: text('id').primaryKey(),
    /** The organisation that it belongs to; null where there are no accounts. */
    owner: text('owner').references(() => organisation.id, { onDelete: 'cascade' }),
    createdAt: moment('created_at').notNull(),
    /** Set aside, to be put back; null while it is used. */
    removedAt: moment('removed_at'),
  },
  (table) => [index('strategy_owner').on(table.owner)],
);

/** One thing of a strategy (`domain/strategy/record/item.ts`). One taken out stays, to be put back. */
export const strategyItem = pgTable(
  'strategy_item',
  {
    id: text('id').primaryKey(),
    strategy: text('strategy')
      .notNull()
      .references(() => strategy.id, { onDelete: 'cascade' }),
    kind: text('kind').notNull(),
    /** The item that it stands under; null for the strategy itself. */
    under: text('under'),
    rank: integer('rank').notNull(),
    createdAt: moment('created_at').notNull(),
    removedAt: moment('removed_at'),
  },
  (table) => [
    index('strategy_item_strategy').on(table.strategy),
    uniqueIndex('strategy_item_root')
      .on(table.strategy)
      .where(sql`${table.kind} = 'strategy'`),
  ],
);

/** What an item says in one field, and who said it last. */
export const strategyField = pgTable(
  'strategy_field',
  {
    item: text('item')
      .notNull()
      .references(() => strategyItem.id, { onDelete: 'cascade' }),
    field: text('field').notNull(),
    /** In its normal form; a field that says nothing has no row. */
    value: text('value').notNull(),
    at: moment('at').notNull(),
    account: text('account').references(() => account.id, { onDelete: 'set null' }),
    organisation: text('organisation').references(() => organisation.id, { onDelete: 'set null' }),
  },
  (table) => [primaryKey({ columns: [table.item, table.field] })],
);

/** Everything that was ever changed, in order. Never rewritten. */
export const strategyChange = pgTable(
  'strategy_change',
  {
    id: bigserial('id', { mode: 'number' }).primaryKey(),
    strategy: text('strategy')
      .notNull()
      .references(() => strategy.id, { onDelete: 'cascade' }),
    item: text('item').notNull(),
    /** `set`, `add`, `remove`, `restore`. */
    act: text('act').notNull(),
    /** Of what is set. */
    field: text('field'),
    before: text('before'),
    after: text('after'),
    at: moment('at').notNull(),
    /** Changes made at once, which are undone together. */
    batch: text('batch').notNull(),
    account: text('account').references(() => account.id, { onDelete: 'set null' }),
    organisation: text('organisation').references(() => organisation.id, { onDelete: 'set null' }),
  },
  (table) => [
    index('strategy_change_strategy').on(table.strategy, table.id),
    index('strategy_change_item').on(table.item),
  ],
);

/** A diagnosis as it stood one day. The last one is that of the strategy; those before stay, to compare. */
export const strategyDiagnosis = pgTable(
  'strategy_diagnosis',
  {
    id: text('id').primaryKey(),
    strategy: text('strategy')
      .notNull()
      .references(() => strategy.id, { onDelete: 'cascade' }),
    at: moment('at').notNull(),
    account: text('account').references(() => account.id, { onDelete: 'set null' }),
    /** Figures and editions (`domain/strategy/diagnosis/frozen-figures.ts`). */
    figures: jsonb('figures').notNull(),
    /** What is read and printed (`lib/diagnosis/diagnosis.ts`). */
    content: jsonb('content').notNull(),
  },
  (table) => [index('strategy_diagnosis_strategy').on(table.strategy, table.at)],
);

/** An organisation that works on the strategy of another. */
export const strategyPartner = pgTable(
  'strategy_partner',
  {
    strategy: text('strategy')
      .notNull()
      .references(() => strategy.id, { onDelete: 'cascade' }),
    organisation: text('organisation')
      .notNull()
      .references(() => organisation.id, { onDelete: 'cascade' }),
    /** `reader`, `commenter`, `contributor`, `editor`. */
    standing: text('standing').notNull(),
    since: moment('since').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.strategy, table.organisation] }),
    index('strategy_partner_organisation').on(table.organisation),
  ],
);

/** A link that opens a strategy: to read it, to comment on it, or for an organisation to join it. */
export const strategyLink = pgTable(
  'strategy_link',
  {
    /** SHA-256 of the token, hexadecimal. */
    id: text('id').primaryKey(),
    strategy: text('strategy')
      .notNull()
      .references(() => strategy.id, { onDelete: 'cascade' }),
    /** `share`: whoever holds it; `partner`: the organisation that takes it, once. */
    purpose: text('purpose').notNull(),
    standing: text('standing').notNull(),
    /** Whom it is for, as its maker calls them. */
    label: text('label').notNull(),
    createdAt: moment('created_at').notNull(),
    createdBy: text('created_by').references(() => account.id, { onDelete: 'set null' }),
    endsAt: moment('ends_at').notNull(),
    revokedAt: moment('revoked_at'),
    usedAt: moment('used_at'),
  },
  (table) => [index('strategy_link_strategy').on(table.strategy)],
);

/** What somebody says of an item, beside it. */
export const strategyComment = pgTable(
  'strategy_comment',
  {
    id: text('id').primaryKey(),
    strategy: text('strategy')
      .notNull()
      .references(() => strategy.id, { onDelete: 'cascade' }),
    item: text('item').notNull(),
    text: text('text').notNull(),
    at: moment('at').notNull(),
    account: text('account').references(() => account.id, { onDelete: 'set null' }),
    organisation: text('organisation').references(() => organisation.id, { onDelete: 'set null' }),
    /** Whom a link was made for, where one commented by it. */
    guest: text('guest'),
    /** Settled: shown apart. */
    settledAt: moment('settled_at'),
    removedAt: moment('removed_at'),
  },
  (table) => [index('strategy_comment_strategy').on(table.strategy, table.at)],
);
