import { pointKey, type HandEdits, type Spot } from '../domain/siting/hand/edits.ts';
import type { HandFrame } from '../domain/siting/hand/hand-frame.ts';
import { spotsOf, type Located, type SpotFinder } from '../domain/siting/hand/whereabouts.ts';
import { atelier } from '../messages/atelier.ts';
import { writeSpot } from '../view/edit-grammar.ts';

/** Names of communes by their code, and of places by « lieu-id »: those that a frame does not hold, once known. */
export type SpotNames = Readonly<Record<string, string>>;

/** The places and spots that a scenario speaks of, each once. */
export const namedIn = (edits: HandEdits): Spot[] => [
  ...spotsOf(edits),
  ...edits.places.map(({ id }): Spot => ({ kind: 'place', id })),
];

/** Calls a spot by its name, from what is known of it; by its code or its id otherwise. */
export function spotName(
  spot: Spot,
  names: SpotNames,
  located: Located,
  held: { frame: HandFrame; finder: SpotFinder } | null,
): string {
  if (spot.kind === 'point') {
    const code = located[pointKey(spot)] ?? heldCode(spot, located, held);
    return code === null
      ? atelier.sea
      : atelier.point(spotName({ kind: 'commune', code }, names, located, held));
  }
  const rank = held
    ? spot.kind === 'commune'
      ? held.finder.commune(spot.code)
      : held.finder.place(spot.id)
    : -1;
  const list = spot.kind === 'commune' ? held?.frame.communes.names : held?.frame.places.names;
  return (
    (rank >= 0 ? list?.[rank] : undefined) ??
    names[writeSpot(spot)] ??
    (spot.kind === 'commune' ? spot.code : spot.id)
  );
}

/** The commune that a point is taken to be in while nobody was asked. */
function heldCode(
  spot: Extract<Spot, { kind: 'point' }>,
  located: Located,
  held: { frame: HandFrame; finder: SpotFinder } | null,
): string | null {
  const commune = held?.finder.find(spot, located)?.commune ?? -1;
  return held?.frame.communes.codes[commune] ?? null;
}
