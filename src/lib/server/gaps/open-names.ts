import { OpenPlaces } from '../export/open-places.ts';
import { remember } from '../queries/memo.ts';
import type { Snapshot } from '../queries/snapshot.ts';

/** Whether the name of a place may leave in a file or an answer: what may only be shown stays on pages. */
export function mayBeNamed(data: Snapshot): (id: string) => boolean {
  const open = remember(data, 'open-names', '', () => {
    const shared = new Set(
      [...data.lists].flatMap(([source, { shared: leaves }]) => (leaves ? [source] : [])),
    );
    return new Set(OpenPlaces.of(data.places, shared).places.map(({ id }) => id));
  });
  return (id) => open.has(id);
}
