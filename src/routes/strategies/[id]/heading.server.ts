import { reaches } from '#lib/domain/strategy/access/standing.ts';
import { formatName } from '#lib/format/territory.ts';
import { strategies as words } from '#lib/messages/strategies.ts';
import type { Snapshot } from '#lib/server/queries/snapshot.ts';
import type { OpenedStrategy } from '#lib/server/strategy-guard.ts';
import type { StrategyHeading } from '#lib/strategy/strategy-heading.ts';

/** What stands at the head of a page of a strategy; `missing` is what its step lacks, in a sentence. */
export function headingOf(
  { kept, writer, guest }: OpenedStrategy,
  data: Snapshot,
  missing = '',
): StrategyHeading {
  const { strategy, owner } = kept;
  const territory = data.territories.bySlug(strategy.territory);
  return {
    id: kept.id,
    name: strategy.name || words.untitled,
    place: territory ? formatName(territory) : '',
    whose: guest !== null ? words.guest(guest) : owner ? words.owner(owner.name) : words.alone,
    may: words.standings[writer.standing],
    mayWrite: reaches(writer.standing, 'editor'),
    mayComment: reaches(writer.standing, 'commenter'),
    isOwner: writer.standing === 'owner',
    missing,
  };
}
