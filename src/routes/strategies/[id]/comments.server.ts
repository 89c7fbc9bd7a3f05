import { randomUUID } from 'node:crypto';
import { reaches } from '#lib/domain/strategy/access/standing.ts';
import { formatDateTime } from '#lib/format/date.ts';
import { strategyComments as words } from '#lib/messages/strategy-comments.ts';
import { appDatabase } from '#lib/server/app.ts';
import { readComments, type StrategyComment } from '#lib/server/strategies/comments.ts';
import type { OpenedStrategy } from '#lib/server/strategy-guard.ts';
import { wordsOfItem } from '#lib/strategy/item-words.ts';
import type { ItemComments, ShownComment } from '#lib/strategy/shown-comment.ts';

/** The account of who reads; `null` for a guest, and where there are no accounts. */
const accountOf = ({ visitor }: OpenedStrategy): string | null =>
  visitor.kind === 'member' ? visitor.account : null;

/** Whether who reads wrote a comment themselves. */
const isOwn = (opened: OpenedStrategy, { account }: { account: string | null }): boolean =>
  account !== null && opened.guest === null && account === accountOf(opened);

/** Whether who reads may settle a comment: those who write the strategy, and its author. */
export const maySettle = (opened: OpenedStrategy, comment: { account: string | null }): boolean =>
  reaches(opened.writer.standing, 'editor') || isOwn(opened, comment);

/** Whether who reads may take a comment away: its author, and who decides of the strategy. */
export const mayTakeAway = (opened: OpenedStrategy, comment: { account: string | null }): boolean =>
  opened.writer.standing === 'owner' || isOwn(opened, comment);

function whoSaid({ name, organisation, guest }: StrategyComment, people: boolean): string {
  if (guest !== null && guest !== '') return words.guest(guest);
  const said = [people ? name : null, organisation].filter((one) => one !== null);
  return said.length > 0 ? said.join(', ') : words.somebody;
}

const shown = (opened: OpenedStrategy, comment: StrategyComment): ShownComment => ({
  id: comment.id,
  text: comment.text,
  at: formatDateTime(comment.at),
  who: whoSaid(comment, opened.guest === null),
  settled: comment.settledAt !== null,
  maySettle: maySettle(opened, comment),
  mayRemove: mayTakeAway(opened, comment),
});

/**
 * The comments on some things of a strategy for `Comments.svelte`, on the page of a path; `null` for who only
 * reads: comments are between those who write beside.
 */
export async function commentsOn(
  opened: OpenedStrategy,
  items: readonly string[],
  back: string,
): Promise<ItemComments[] | null> {
  if (!reaches(opened.writer.standing, 'commenter')) return null;
  const comments = await readComments(appDatabase(), opened.kept.id);
  const known = new Map(opened.kept.items.map((item) => [item.id, item]));
  return items.map((item) => ({
    item,
    thing: wordsOfItem(item, known),
    action: `/strategies/${opened.kept.id}/commentaires`,
    back,
    draft: randomUUID(),
    comments: comments.filter((one) => one.item === item).map((one) => shown(opened, one)),
  }));
}
