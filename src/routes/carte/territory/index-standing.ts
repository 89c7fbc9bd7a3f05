import type { Standing } from '#lib/composer/standing.ts';
import type { TerritoryCard } from '#lib/stage/territory-card.ts';

/** What the index on the map says of the selected territory. */
export interface IndexStanding {
  label: string;
  unit: string;
  card: TerritoryCard;
  /** Its rank within each of its parents; empty when only classes may be shown. */
  standings: readonly Standing[];
  /** Address of the whole ranking. */
  href: string;
}
