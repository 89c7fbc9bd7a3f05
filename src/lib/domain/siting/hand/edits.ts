import type { Moment } from '../../places/opening-week.ts';

/** Where a site stands: the centre of a commune, a free point, or the premises of a known place. */
export type Spot =
  | { kind: 'commune'; code: string }
  | { kind: 'point'; lon: number; lat: number }
  | { kind: 'place'; id: string };

/** What is given a week; `null` for the setting of the scenario, or for what the place gives already. */
export interface Staffing {
  /** Hours a week of each who helps. */
  hours: number | null;
  /** Those who help, in full places: a half is one who is shared. */
  helpers: number | null;
}

/** A site added by hand; it answers what is asked of places. */
export interface AddedSite extends Staffing {
  where: Spot;
}

/** What is changed of a known place. */
export interface PlaceEdit extends Staffing {
  id: string;
  closed: boolean;
  moved: Exclude<Spot, { kind: 'place' }> | null;
  /** Moments at which it also opens. */
  moments: readonly Moment[];
}

/** A scenario made by hand. The order of sites numbers them; no figure depends on any order. */
export interface HandEdits {
  added: readonly AddedSite[];
  /** At most one of each place. */
  places: readonly PlaceEdit[];
}

export const NO_EDITS: HandEdits = { added: [], places: [] };

/** Sites added, and places changed: past these a scenario is a question for `/implantation`, and its address too long. */
export const MOST_EDITS = 60;

/** Bounds of what is given; hours go by tenths, helpers too. */
export const HOURS = { least: 0.5, most: 168 } as const;
export const HELPERS = { least: 0.1, most: 50 } as const;

const untouched = (id: string): PlaceEdit => ({
  id,
  closed: false,
  moved: null,
  hours: null,
  helpers: null,
  moments: [],
});

/** Whether an edit changes nothing of its place. */
export const isUntouched = ({ closed, moved, hours, helpers, moments }: PlaceEdit): boolean =>
  !closed && moved === null && hours === null && helpers === null && moments.length === 0;

/** What is changed of a place; an edit that changes nothing without any. */
export const editOf = ({ places }: HandEdits, id: string): PlaceEdit =>
  places.find((one) => one.id === id) ?? untouched(id);

/** A site more, the last one; the same edits when there are `MOST_EDITS` already. */
export const withSite = (edits: HandEdits, site: AddedSite): HandEdits =>
  edits.added.length >= MOST_EDITS ? edits : { ...edits, added: [...edits.added, site] };

/** The sites without one of them, by its rank. */
export const withoutSite = (edits: HandEdits, rank: number): HandEdits => ({
  ...edits,
  added: edits.added.filter((_, at) => at !== rank),
});

/** A site changed, by its rank. */
export const withSiteChanged = (edits: HandEdits, rank: number, change: Partial<AddedSite>): HandEdits => ({
  ...edits,
  added: edits.added.map((site, at) => (at === rank ? { ...site, ...change } : site)),
});

/** A place changed; one that comes back to what it was leaves the list. The same edits past `MOST_EDITS` places. */
export function withPlace(edits: HandEdits, id: string, change: Partial<Omit<PlaceEdit, 'id'>>): HandEdits {
  const next = { ...editOf(edits, id), ...change };
  const others = edits.places.filter((one) => one.id !== id);
  if (isUntouched(next)) return { ...edits, places: others };
  if (others.length >= MOST_EDITS) return edits;
  return {
    ...edits,
    places:
      others.length < edits.places.length
        ? edits.places.map((one) => (one.id === id ? next : one))
        : [...others, next],
  };
}

/** A place as it was. */
export const withoutPlace = (edits: HandEdits, id: string): HandEdits => ({
  ...edits,
  places: edits.places.filter((one) => one.id !== id),
});

/** The name of a free point: its coordinates as an address writes them, degrees with five decimals (about a metre). */
export const pointKey = ({ lon, lat }: { lon: number; lat: number }): string =>
  `${lon.toFixed(5)}_${lat.toFixed(5)}`;

/** A free point, rounded to what an address holds. */
export const pointAt = (lon: number, lat: number): Extract<Spot, { kind: 'point' }> => ({
  kind: 'point',
  // Never minus zero, which an address does not hold.
  lon: Number(lon.toFixed(5)) + 0,
  lat: Number(lat.toFixed(5)) + 0,
});
