import { placeChange, type PlaceChange } from '../../domain/access/gaps/gap-change.ts';
import type { UnmetNeed } from '../../domain/access/gaps/unmet-need.ts';
import type { Place } from '../../domain/places/place.ts';
import { changeSentence } from '../../domain/report/gap-change.ts';
import type { Territory } from '../../domain/territory/territory.ts';
import { formatDate } from '../../format/date.ts';
import { frenchNumerals } from '../../format/numerals.ts';
import { gapsOf, needWithin, type Gaps, type GapsRequest } from '../queries/access/gaps.ts';
import type { Snapshot } from '../queries/snapshot.ts';
import { homesOf } from '../queries/access/supply.ts';

/** What changed in a territory since the edition of the places before. */
export interface GapChange extends PlaceChange {
  /** The day the places before were replaced. */
  until: Date;
  /** Edition of each source of places, as it then was. */
  editions: Readonly<Record<string, string>>;
  before: UnmetNeed;
  sentence: string;
}

/**
 * Asks the same of the edition of the places before: who was out of reach then, and which places of the
 * territory came or went. `null` when there was only one edition, or in minutes, for travel times speak of
 * the places in use.
 */
export function gapChange(
  data: Snapshot,
  request: GapsRequest,
  territory: Territory,
  today: string,
): GapChange | null {
  const { edition, former } = data;
  const after = gapsOf(data, request, today);
  if (!edition || !former || after.unit === 'minutes') return null;
  const before = gapsOf(former, request, today);
  const change = placeChange(answeringIn(former, before, territory), answeringIn(data, after, territory));
  const need = needWithin(former, before, territory);
  return {
    ...change,
    until: edition.at,
    editions: edition.editions,
    before: need,
    sentence: changeSentence(
      {
        level: territory.level,
        until: formatDate(edition.at),
        gained: change.gained.length,
        lost: change.lost.length,
        before: need,
        after: needWithin(data, after, territory),
      },
      frenchNumerals,
    ),
  };
}

/** The places of a territory that answer. */
function answeringIn(data: Snapshot, { supply }: Gaps, territory: Territory): Place[] {
  const inside = new Set(data.territories.communes(territory).map(({ ordinal }) => ordinal));
  return [...homesOf(data, supply.ranks)].flatMap((home, at) =>
    inside.has(home) ? [data.places[supply.ranks[at] as number] as Place] : [],
  );
}
