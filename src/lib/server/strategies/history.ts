import { and, asc, count, desc, eq, inArray, max, sql } from 'drizzle-orm';
import type { Database } from '../db/client.ts';
import { account, organisation } from '../db/schema/accounts.ts';
import { strategyChange } from '../db/schema/strategies.ts';

/** One change as it was written. */
export interface HistoryChange {
  item: string;
  act: string;
  field: string | null;
  before: string | null;
  after: string | null;
}

/** What somebody changed at once. */
export interface HistoryBatch {
  batch: string;
  at: Date;
  /** As they are called today; `null` once erased, or where there are no accounts. */
  name: string | null;
  organisation: string | null;
  /** The first ones, in order. */
  changes: HistoryChange[];
  /** How many there are. */
  total: number;
}

/** What of a history is asked: of some things, of one person; `most` batches after the first `from`. */
export interface HistoryQuestion {
  items: readonly string[] | null;
  account: string | null;
  from: number;
  most: number;
}

/** Changes shown of one batch: an import has thousands. */
const MOST_SHOWN = 60;

/** What was changed in a strategy, the latest first, and how many batches there are. */
export async function readHistory(
  database: Pick<Database, 'query'>,
  strategy: string,
  { items, account: by, from, most }: HistoryQuestion,
): Promise<{ batches: HistoryBatch[]; total: number }> {
  const { query } = database;
  const asked = and(
    eq(strategyChange.strategy, strategy),
    ...(items === null ? [] : [inArray(strategyChange.item, [...items])]),
    ...(by === null ? [] : [eq(strategyChange.account, by)]),
  );
  const [counted] = await query
    .select({ n: sql<number>`count(distinct ${strategyChange.batch})::int` })
    .from(strategyChange)
    .where(asked);
  const last = max(strategyChange.id);
  const heads = await query
    .select({ batch: strategyChange.batch, last })
    .from(strategyChange)
    .where(asked)
    .groupBy(strategyChange.batch)
    .orderBy(desc(last))
    .limit(most)
    .offset(from);
  const batches = await Promise.all(heads.map(({ batch }) => readBatch(database, strategy, batch)));
  return { batches: batches.filter((one) => one !== null), total: counted?.n ?? 0 };
}

async function readBatch(
  database: Pick<Database, 'query'>,
  strategy: string,
  batch: string,
): Promise<HistoryBatch | null> {
  const within = and(eq(strategyChange.strategy, strategy), eq(strategyChange.batch, batch));
  const [rows, [counted]] = await Promise.all([
    database.query
      .select({
        item: strategyChange.item,
        act: strategyChange.act,
        field: strategyChange.field,
        before: strategyChange.before,
        after: strategyChange.after,
        at: strategyChange.at,
        name: account.name,
        organisation: organisation.name,
      })
      .from(strategyChange)
      .leftJoin(account, eq(account.id, strategyChange.account))
      .leftJoin(organisation, eq(organisation.id, strategyChange.organisation))
      .where(within)
      .orderBy(asc(strategyChange.id))
      .limit(MOST_SHOWN),
    database.query.select({ n: count() }).from(strategyChange).where(within),
  ]);
  const [first] = rows;
  if (!first) return null;
  return {
    batch,
    at: first.at,
    name: first.name,
    organisation: first.organisation,
    changes: rows.map(({ item, act, field, before, after }) => ({ item, act, field, before, after })),
    total: counted?.n ?? 0,
  };
}

/** The people who changed a strategy and still have an account, by name. */
export const writersOf = (
  database: Pick<Database, 'query'>,
  strategy: string,
): Promise<{ account: string; name: string }[]> =>
  database.query
    .selectDistinct({ account: account.id, name: account.name })
    .from(strategyChange)
    .innerJoin(account, eq(account.id, strategyChange.account))
    .where(eq(strategyChange.strategy, strategy))
    .orderBy(account.name, account.id);

/** When things of a strategy were last set aside, and by whom. */
export async function asideSince(
  database: Pick<Database, 'query'>,
  strategy: string,
  items: readonly string[],
): Promise<Map<string, { at: Date; by: string }>> {
  if (items.length === 0) return new Map();
  const rows = await database.query
    .selectDistinctOn([strategyChange.item], {
      item: strategyChange.item,
      at: strategyChange.at,
      name: account.name,
      organisation: organisation.name,
    })
    .from(strategyChange)
    .leftJoin(account, eq(account.id, strategyChange.account))
    .leftJoin(organisation, eq(organisation.id, strategyChange.organisation))
    .where(
      and(
        eq(strategyChange.strategy, strategy),
        eq(strategyChange.act, 'remove'),
        inArray(strategyChange.item, [...items]),
      ),
    )
    .orderBy(strategyChange.item, desc(strategyChange.id));
  return new Map(
    rows.map((row) => [
      row.item,
      { at: row.at, by: [row.name, row.organisation].filter((one) => one !== null).join(', ') },
    ]),
  );
}
