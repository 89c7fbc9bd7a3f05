import { COUNTS, type HandFrame } from '#lib/domain/siting/hand/hand-frame.ts';
import { normaliseName } from '#lib/domain/territory/search-text.ts';

/** An existing place as a list shows it. */
export interface PlaceRow {
  id: string;
  name: string;
  /** Whether it is in the frame: another is too far, or gone. */
  known: boolean;
  counted: boolean;
  /** Hours a week, all who help together; `null` when unknown. */
  hours: number | null;
  helpers: number | null;
}

/** Places shown at once: the others are found by their name. */
export const SHOWN_PLACES = 12;

const known = (value: number | undefined): number | null =>
  value === undefined || Number.isNaN(value) ? null : value;

/** A place of a frame, by its rank. */
export const placeRow = ({ places }: HandFrame, rank: number): PlaceRow => ({
  id: places.ids[rank] ?? '',
  name: places.names[rank] ?? '',
  known: true,
  counted: places.counts[rank] === COUNTS.yes,
  hours: known(places.hours[rank]),
  helpers: known(places.helpers[rank]),
});

/** Ranks of the places of the territory, then of those near it that count; by name, those that count first. */
function listed(frame: HandFrame): number[] {
  const { places, communes } = frame;
  const isInside = (rank: number): boolean => {
    const commune = places.communes[rank] as number;
    return commune >= 0 && commune < communes.inside;
  };
  const order = (rank: number): number =>
    (isInside(rank) ? 0 : 2) + (places.counts[rank] === COUNTS.yes ? 0 : 1);
  return [...places.ids.keys()]
    .filter((rank) => places.ids[rank] !== '' && order(rank) < 3)
    .sort(
      (a, b) =>
        order(a) - order(b) || (places.names[a] as string).localeCompare(places.names[b] as string, 'fr'),
    );
}

/** The first places whose name or commune holds every word of a text, but for some already shown; and how many there are in all. */
export function placeRows(
  frame: HandFrame,
  text: string,
  without: ReadonlySet<string>,
): { rows: PlaceRow[]; total: number } {
  const { places, communes } = frame;
  const wanted = normaliseName(text).split(' ').filter(Boolean);
  const found = listed(frame).filter((rank) => {
    if (without.has(places.ids[rank] as string)) return false;
    const said = normaliseName(
      `${places.names[rank]} ${communes.names[places.communes[rank] as number] ?? ''}`,
    );
    return wanted.every((word) => said.includes(word));
  });
  return { rows: found.slice(0, SHOWN_PLACES).map((rank) => placeRow(frame, rank)), total: found.length };
}
