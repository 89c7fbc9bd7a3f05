import type { Place } from '../../domain/places/place.ts';
import { formatCount } from '../../format/number.ts';
import { lieuxExport as words } from '../../messages/lieux-export.ts';
import type { Reader } from '../queries/own-tables.ts';
import type { Snapshot } from '../queries/snapshot.ts';

/**
 * The sources (`liste-3`) of the lists whose rows may leave for a reader: those that are shared, and those
 * that their own organisation keeps to itself. `undefined` is anybody: the shared ones.
 */
export const leavingLists = ({ lists }: Pick<Snapshot, 'lists'>, reader: Reader): Set<string> =>
  new Set(
    [...lists].flatMap(([source, { shared, owner }]) =>
      shared || (reader !== undefined && owner === reader) ? [source] : [],
    ),
  );

/** Says that some places of an answer are for its reader alone, where that is so. */
export function keptNotes({ lists }: Pick<Snapshot, 'lists'>, places: readonly Place[]): string[] {
  const kept = places.filter(({ sources }) => sources.some((id) => lists.get(id)?.shared === false)).length;
  return kept === 0 ? [] : [words.own(kept === 1, formatCount(kept, words.place, words.places))];
}
