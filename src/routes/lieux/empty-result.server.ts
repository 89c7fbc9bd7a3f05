import { formatCount } from '#lib/format/number.ts';
import { formatName } from '#lib/format/territory.ts';
import { lieux } from '#lib/messages/lieux.ts';
import type { Snapshot } from '#lib/server/queries/snapshot.ts';
import { placesAddress, type PlacesView } from '#lib/view/places-view.ts';
import type { Criterion } from './criteria.server.ts';
import { findPlaces } from '#lib/server/directory/found-places.ts';

/** Why nothing was found, and what to do next. */
export interface EmptyResult {
  sentence: string;
  /** Filters whose removal finds something, the one that finds least first: it is the nearest question. */
  relaxed: { text: string; href: string }[];
}

const words = lieux.empty;

/** « dans ce territoire » by its name, « ici » near a point, nothing otherwise. */
function hereOf(data: Snapshot, { within, near }: PlacesView): string {
  const territory = within === null ? undefined : data.territories.bySlug(within);
  if (territory) return `(${formatName(territory)})`;
  return near ? words.here : 'avec ces filtres';
}

/** What to say of a view that finds nothing, and which of its criteria to give up. */
export function emptyResult(
  data: Snapshot,
  view: PlacesView,
  criteria: readonly Criterion[],
  now: Date,
): EmptyResult {
  if (data.places.length === 0) return { sentence: words.nothing, relaxed: [] };
  const counted = criteria.map(({ label, without }) => ({
    label,
    without,
    count: findPlaces(data, without, now).ranks.length,
  }));
  const gives = (lifted: (without: PlacesView) => boolean): boolean =>
    counted.some(({ without, count }) => count > 0 && lifted(without));
  const relaxed = counted
    .filter(({ count }) => count > 0)
    .sort((a, b) => a.count - b.count)
    .map(({ label, without, count }) => ({
      text: words.without(label, formatCount(count, 'lieu', 'lieux')),
      href: placesAddress(without),
    }));
  return { sentence: sentenceOf(view, hereOf(data, view), gives), relaxed };
}

/** The freshness first: it says that sources are old; then the moment; then the text. */
function sentenceOf(
  { freshness, moment, query }: PlacesView,
  here: string,
  gives: (lifted: (without: PlacesView) => boolean) => boolean,
): string {
  if (freshness !== null && gives((without) => without.freshness === null)) return words.stale(freshness);
  if (moment !== null && gives((without) => without.moment === null)) return words[moment](here);
  if (query !== '' && gives((without) => without.query === '')) return words.query(query);
  return words.none(here);
}
