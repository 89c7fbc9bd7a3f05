import type { LandedPoints } from '../../access/reach.ts';
import { hoursGiven } from '../../places/capacity.ts';
import type { HandEdits, PlaceEdit, Staffing } from './edits.ts';
import { COUNTS, type HandFrame } from './hand-frame.ts';
import type { Located, SpotFinder } from './whereabouts.ts';

/** What a scenario says, beside its frame. */
export interface HandScenario {
  edits: HandEdits;
  /** Metres. */
  limit: number;
  /** What an added site gives that does not say: hours a week of each who helps, and those who help. */
  defaults: { hours: number; helpers: number };
  located: Located;
}

/** Places that count, and what each gives. */
export interface HandSupply extends LandedPoints {
  lons: Float64Array;
  lats: Float64Array;
  lands: Uint8Array;
  homes: Int32Array;
  /** Hours a week, all who help together. */
  given: Float64Array;
  /** How many of them are in the territory. */
  inside: number;
}

interface Point {
  lon: number;
  lat: number;
  land: number;
  home: number;
  commune: number;
  given: number;
}

/** What is given in all: hours of each × those who help. */
export const givenBy = ({ hours, helpers }: Staffing, defaults: HandScenario['defaults']): number =>
  (hours ?? defaults.hours) * (helpers ?? defaults.helpers);

/** What a place gives once retimed: what is not said stays as it was. `before` is all its hours; one helps where it is not known. */
export function retimed({ hours, helpers }: Staffing, before: number, known: number): number {
  const held = Number.isNaN(known) ? 1 : known;
  // Hours told of nobody are shared between nobody: each of those that come gives as much.
  return (hours ?? before / (held > 0 ? held : 1)) * (helpers ?? held);
}

/** What counts before any edit, and after them all. Hours that are unknown take the median of the known ones, before and after alike. */
export function suppliesOf(
  frame: HandFrame,
  { edits, defaults, located }: HandScenario,
  finder: SpotFinder,
): { before: HandSupply; after: HandSupply } {
  const { places } = frame;
  const counting = Array.from(places.counts.keys()).filter((rank) => places.counts[rank] === COUNTS.yes);
  const { median } = hoursGiven(Float64Array.from(counting, (rank) => places.hours[rank] as number));
  const hoursOf = (rank: number): number => {
    const known = places.hours[rank] as number;
    return Number.isNaN(known) ? median : known;
  };
  const asItIs = (rank: number): Point => ({
    lon: places.lons[rank] as number,
    lat: places.lats[rank] as number,
    land: places.lands[rank] as number,
    home: places.homes[rank] as number,
    commune: places.communes[rank] as number,
    given: hoursOf(rank),
  });
  const changed = new Map(edits.places.map((edit) => [finder.place(edit.id), edit]));
  changed.delete(-1);
  const after = counting.filter((rank) => !changed.has(rank)).map(asItIs);
  for (const [rank, edit] of changed) {
    if (!countsWith(frame, rank, edit)) continue;
    const moved = edit.moved && finder.find(edit.moved, located);
    const given = retimed(edit, hoursOf(rank), places.helpers[rank] as number);
    // A place moved out to sea stays where it was: it is said.
    after.push({ ...asItIs(rank), ...(moved ?? {}), given });
  }
  for (const site of edits.added) {
    const at = finder.find(site.where, located);
    if (at) after.push({ ...at, given: givenBy(site, defaults) });
  }
  return { before: supplyOf(frame, counting.map(asItIs)), after: supplyOf(frame, after) };
}

/** Whether a place counts once edited. */
function countsWith({ places, moment }: HandFrame, rank: number, { closed, moments }: PlaceEdit): boolean {
  if (closed) return false;
  const counts = places.counts[rank];
  return counts === COUNTS.yes || (counts === COUNTS.onceOpen && moment !== null && moments.includes(moment));
}

const supplyOf = ({ communes }: HandFrame, points: readonly Point[]): HandSupply => ({
  lons: Float64Array.from(points, ({ lon }) => lon),
  lats: Float64Array.from(points, ({ lat }) => lat),
  lands: Uint8Array.from(points, ({ land }) => land),
  homes: Int32Array.from(points, ({ home }) => home),
  given: Float64Array.from(points, ({ given }) => given),
  inside: points.filter(({ commune }) => commune >= 0 && commune < communes.inside).length,
});
