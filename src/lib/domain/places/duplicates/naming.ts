import type { GatheredPlace, PlaceRecord } from '../gather.ts';
import { HAND_SOURCE } from '../by-hand.ts';
import { mergeRecords } from '../merge.ts';
import { sourceOf } from './portrait.ts';

/** The two national files first, since their ids are in people’s links already. */
const NATIONAL = ['lieux-data-inclusion', 'lieux-conseiller-numerique'];

/** Which record gives its id to a place: the lesser rank, a record entered by hand last of all. */
function rankOf(source: string): number {
  const national = NATIONAL.indexOf(source);
  if (national >= 0) return national;
  if (source === HAND_SOURCE) return NATIONAL.length + 3;
  if (source.startsWith('liste-')) return NATIONAL.length + 2;
  return source === 'france-services' ? NATIONAL.length + 1 : NATIONAL.length;
}

/** Records in the order in which they may give their id to a place: by kind of source, source, id. */
const byRight = (a: PlaceRecord, b: PlaceRecord): number =>
  rankOf(sourceOf(a.key)) - rankOf(sourceOf(b.key)) || (a.key < b.key ? -1 : 1);

/** Places made before others are given a turn: some milliseconds of work. */
const SLICE = 500;

/**
 * Merges each cluster into a place with an id of its own, places in the order of their ids; yields after
 * each slice of the work. Two halves of what was one id, which a person split, cannot share it: the one
 * that has the most right to it keeps it, the other takes that of its next record, or its key.
 */
export function* namingPlaces(
  clusters: readonly (readonly PlaceRecord[])[],
): Generator<void, GatheredPlace[]> {
  const taken = new Set<string>();
  const inOrder = clusters
    .map((records) => [...records].sort(byRight))
    .sort(([a], [b]) => (a && b ? byRight(a, b) : 0));
  const places: GatheredPlace[] = [];
  for (const [first, ...others] of inOrder) {
    if (!first) continue;
    if (places.length % SLICE === 0) yield;
    const free = [first, ...others].find(({ place }) => !taken.has(place.id));
    const id = free?.place.id ?? first.key.replace('/', '-');
    taken.add(id);
    const merged = mergeRecords([first, ...others]);
    places.push({ ...merged, place: { ...merged.place, id } });
  }
  return places.sort((a, b) => (a.place.id < b.place.id ? -1 : 1));
}
