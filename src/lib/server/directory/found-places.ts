import { greatCircle } from '../../domain/access/sphere.ts';
import { answerOf, demandsOf } from '../../domain/places/criteria.ts';
import { isOpenAt, isOpenNow } from '../../domain/places/opening-week.ts';
import type { Place } from '../../domain/places/place.ts';
import { placeTexts, searchPlaces, type PlaceTexts } from '../../domain/places/search.ts';
import { isoDay } from '../../format/date.ts';
import { remember } from '../queries/memo.ts';
import type { Snapshot } from '../queries/snapshot.ts';
import type { PlacesView } from '../../view/places-view.ts';
import { EDITION, TODAY } from '../../view/reference-day.ts';
import { localClocks } from './local-clock.ts';

/** The places that a view asks for. */
export interface FoundPlaces {
  /** Ranks in the snapshot, in the order of the list. */
  ranks: readonly number[];
  /** Of those that match all but the moment, how many have no known hours. */
  unknownHours: number;
}

/** Whether a place gives help today: neither closed, nor premises where nobody helps yet. */
const isHelping = ({ closed, candidate }: Place, today: string): boolean =>
  !candidate && (closed === null || closed > today);

const textsOf = (data: Snapshot): PlaceTexts =>
  remember(data, 'place-texts', '', () =>
    placeTexts(data.places, (code) => data.territories.get('commune', code)?.name),
  );

/** The latest day of each source, no later than today: files know nothing of what follows. */
const editionDays = (data: Snapshot, today: string): ReadonlyMap<string, string> =>
  remember(data, 'place-edition-days', today, () => {
    const days = new Map<string, string>();
    for (const { sources, updated } of data.places)
      for (const source of sources)
        if (updated !== null && updated.slice(0, 10) <= today && updated > (days.get(source) ?? ''))
          days.set(source, updated.slice(0, 10));
    return days;
  });

/** The day from which the freshness of each place is counted. */
export function referenceDays(data: Snapshot, reference: string, now: Date): (place: Place) => string {
  const today = isoDay(now);
  if (reference === TODAY) return () => today;
  if (reference !== EDITION) return () => reference;
  const days = editionDays(data, today);
  return ({ sources }) => {
    const own = sources.flatMap((source) => days.get(source) ?? []);
    return own.reduce((latest, day) => (day > latest ? day : latest), own[0] ?? today);
  };
}

/** Metres from the point of a view; `null` without a point or a position. */
export const distanceTo = ({ near }: PlacesView, { lon, lat }: Place): number | null =>
  near === null || lon === null || lat === null ? null : greatCircle(near.lon, near.lat, lon, lat);

/** Where a view looks, one question each; those that ask nothing are left out. */
function bounds(data: Snapshot, view: PlacesView): ((place: Place) => boolean)[] {
  const { near } = view;
  const asked: ((place: Place) => boolean)[] = [];
  const territory = view.within === null ? undefined : data.territories.bySlug(view.within);
  if (territory && territory.level !== 'france') {
    const own = territory.level === 'arrondissement' ? territory.commune : null;
    const communes = new Set(own ? [own] : data.territories.communes(territory).map(({ code }) => code));
    asked.push(({ commune }) => commune !== null && communes.has(commune));
  }
  if (near)
    asked.push((place) => {
      const metres = distanceTo(view, place);
      return metres !== null && metres <= near.km * 1000;
    });
  return asked;
}

/** The places that a view asks for, the best match first; near a point without a text, the nearest. */
export function findPlaces(data: Snapshot, view: PlacesView, now: Date): FoundPlaces {
  const today = isoDay(now);
  const asked = bounds(data, view);
  const { moment } = view;
  // Places of unknown hours are counted apart, whatever the moment.
  const demands = demandsOf({ ...view, moment: null }, referenceDays(data, view.reference, now));
  const clock = localClocks(now);
  const ranks: number[] = [];
  let unknownHours = 0;
  for (const rank of searchPlaces(textsOf(data), view.query)) {
    const place = data.places[rank] as Place;
    if (!isHelping(place, today) || !asked.every((passes) => passes(place))) continue;
    if (answerOf(place, demands) !== 'yes') continue;
    if (moment !== null) {
      const { week } = place;
      if (week === null) unknownHours++;
      if (week === null) continue;
      const { day, minute } = clock(place.commune);
      if (moment === 'now' ? !isOpenNow(week, day, minute) : !isOpenAt(week, moment)) continue;
    }
    ranks.push(rank);
  }
  if (view.near && view.query === '') sortByDistance(ranks, data, view);
  return { ranks, unknownHours };
}

/** The nearest first; those at the centre of their commune come last, for their distance is unknown. */
function sortByDistance(ranks: number[], data: Snapshot, view: PlacesView): void {
  const keys = new Map(
    ranks.map((rank) => {
      const place = data.places[rank] as Place;
      return [rank, place.position === 'given' ? (distanceTo(view, place) ?? Infinity) : Infinity];
    }),
  );
  ranks.sort((a, b) => {
    const [first, second] = [keys.get(a) as number, keys.get(b) as number];
    return first === second ? 0 : first - second;
  });
}
