import { and, asc, count, eq, isNull } from 'drizzle-orm';
import type { Hand } from '../../domain/account/visitor.ts';
import { text } from '../../domain/strategy/record/field-kind.ts';
import { readField } from '../../domain/strategy/record/read-field.ts';
import { writing } from '../audit/writing.ts';
import type { Database, Query } from '../db/client.ts';
import { account, organisation } from '../db/schema/accounts.ts';
import { strategyComment } from '../db/schema/strategies.ts';
import { lockStrategy } from './lock.ts';
import { readItems } from './read.ts';

/** Longest comment, characters. */
export const MOST_COMMENT = 4_000;

/** Comments of a strategy that are not taken away. */
export const MOST_COMMENTS = 2_000;

/** What somebody said of an item. */
export interface StrategyComment {
  id: string;
  item: string;
  text: string;
  at: Date;
  account: string | null;
  /** As they are called today; `null` once erased, for a guest, or where there are no accounts. */
  name: string | null;
  organisation: string | null;
  guest: string | null;
  settledAt: Date | null;
}

/** The comments of a strategy that were not taken away, in order. */
export const readComments = (
  database: Pick<Database, 'query'>,
  strategy: string,
): Promise<StrategyComment[]> =>
  database.query
    .select({
      id: strategyComment.id,
      item: strategyComment.item,
      text: strategyComment.text,
      at: strategyComment.at,
      account: strategyComment.account,
      name: account.name,
      organisation: organisation.name,
      guest: strategyComment.guest,
      settledAt: strategyComment.settledAt,
    })
    .from(strategyComment)
    .leftJoin(account, eq(account.id, strategyComment.account))
    .leftJoin(organisation, eq(organisation.id, strategyComment.organisation))
    .where(and(eq(strategyComment.strategy, strategy), isNull(strategyComment.removedAt)))
    .orderBy(asc(strategyComment.at), asc(strategyComment.id));

/** A comment to write. */
export interface NewComment {
  /** Drawn by who asks: the same form sent twice writes one. */
  id: string;
  item: string;
  /** As typed. */
  text: string;
  guest: string | null;
}

/** What became of a comment. */
export type Commented = 'written' | 'twice' | 'empty' | 'long' | 'gone' | 'full';

/** Writes a comment beside an item. */
export function addComment(
  database: Pick<Database, 'query'>,
  hand: Hand,
  strategy: string,
  { id, item, text: typed, guest }: NewComment,
): Promise<Commented> {
  return writing(
    database,
    hand,
    (became) => (became === 'written' ? { action: 'strategy.comment', object: strategy } : null),
    async (tx) => {
      const read = readField(text(MOST_COMMENT), typed);
      if ('fault' in read) return 'long';
      if (read.value === '') return 'empty';
      if (!(await lockStrategy(tx, strategy))) return 'gone';
      const items = (await readItems(tx, [strategy])).get(strategy) ?? [];
      if (!items.some((one) => one.id === item)) return 'gone';
      if (await isFull(tx, strategy)) return 'full';
      const made = await tx
        .insert(strategyComment)
        .values({
          id,
          strategy,
          item,
          text: read.value,
          at: hand.now,
          account: hand.account,
          organisation: hand.owner,
          guest,
        })
        .onConflictDoNothing()
        .returning({ id: strategyComment.id });
      return made.length > 0 ? 'written' : 'twice';
    },
  );
}

async function isFull(tx: Query, strategy: string): Promise<boolean> {
  const [held] = await tx
    .select({ n: count() })
    .from(strategyComment)
    .where(and(eq(strategyComment.strategy, strategy), isNull(strategyComment.removedAt)));
  return (held?.n ?? 0) >= MOST_COMMENTS;
}

/** What is done to a comment: settled, opened again, taken away. */
export type CommentAct = 'settle' | 'reopen' | 'remove';

/** Does something to a comment that `may` lets be changed; `false` where nothing changed. */
export const changeComment = (
  database: Pick<Database, 'query'>,
  hand: Hand,
  strategy: string,
  id: string,
  act: CommentAct,
  may: (comment: { account: string | null }) => boolean,
): Promise<boolean> =>
  writing(
    database,
    hand,
    (done) => (done ? { action: 'strategy.comment', object: strategy } : null),
    async (tx) => {
      if (!(await lockStrategy(tx, strategy))) return false;
      const own = and(
        eq(strategyComment.id, id),
        eq(strategyComment.strategy, strategy),
        isNull(strategyComment.removedAt),
      );
      const [held] = await tx.select().from(strategyComment).where(own);
      if (!held || !may(held)) return false;
      // A comment taken away says nothing any more: its words go, its place in the order stays.
      const set = {
        settle: { settledAt: hand.now },
        reopen: { settledAt: null },
        remove: { removedAt: hand.now, text: '' },
      }[act];
      await tx.update(strategyComment).set(set).where(own);
      return true;
    },
  );
