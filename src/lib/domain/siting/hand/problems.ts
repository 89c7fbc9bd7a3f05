import type { HandEdits, PlaceEdit, Spot } from './edits.ts';
import { COUNTS, type HandFrame } from './hand-frame.ts';
import type { Located, SpotFinder, Whereabouts } from './whereabouts.ts';

/** What of a scenario does not do what it seems to: said, and kept in the scenario. */
export type HandProblem =
  /** A site at sea or in another country: it serves nobody and costs nothing. */
  | { reason: 'site-at-sea'; site: number }
  /** A commune or a place that is not known, or no longer. */
  | { reason: 'site-unknown'; site: number }
  /** In another territory: it serves the people looked at who are near enough, and costs its price; too `far`, neither. */
  | { reason: 'site-outside'; site: number; far: boolean }
  /** In the premises of a place that counts already: it adds hours there. */
  | { reason: 'site-where-counted'; site: number }
  | { reason: 'place-unknown'; id: string }
  /** Too far to serve the territory: nothing changes. */
  | { reason: 'place-far'; id: string }
  /** It is closing that counts. */
  | { reason: 'place-closed-and-changed'; id: string }
  | { reason: 'place-moved-to-sea'; id: string }
  /** It does not answer what is asked, so that nothing changes. */
  | { reason: 'place-not-counted'; id: string };

/** What to say of a scenario. `isKnown` tells what exists beyond the frame: a commune by its code, a place by its id. */
export function problemsOf(
  frame: HandFrame,
  edits: HandEdits,
  located: Located,
  finder: SpotFinder,
  isKnown: (spot: Spot) => boolean,
): HandProblem[] {
  const isInside = ({ commune }: Whereabouts): boolean => commune >= 0 && commune < frame.communes.inside;
  const ofSite = (where: Spot, site: number): HandProblem[] => {
    const at = finder.find(where, located);
    if (!at) {
      if (where.kind === 'point') return [{ reason: 'site-at-sea', site }];
      return [
        isKnown(where) ? { reason: 'site-outside', site, far: true } : { reason: 'site-unknown', site },
      ];
    }
    const counted = where.kind === 'place' && frame.places.counts[finder.place(where.id)] === COUNTS.yes;
    return [
      ...(isInside(at) ? [] : [{ reason: 'site-outside', site, far: false } as const]),
      ...(counted ? [{ reason: 'site-where-counted', site } as const] : []),
    ];
  };
  const ofPlace = (edit: PlaceEdit): HandProblem[] => {
    const { id, closed, moved, moments } = edit;
    const rank = finder.place(id);
    if (rank < 0) return [{ reason: isKnown({ kind: 'place', id }) ? 'place-far' : 'place-unknown', id }];
    const counts = frame.places.counts[rank];
    const opens = counts === COUNTS.onceOpen && frame.moment !== null && moments.includes(frame.moment);
    if (counts !== COUNTS.yes && !opens) return [{ reason: 'place-not-counted', id }];
    if (closed)
      return moved || edit.hours !== null || edit.helpers !== null
        ? [{ reason: 'place-closed-and-changed', id }]
        : [];
    return moved && !finder.find(moved, located) ? [{ reason: 'place-moved-to-sea', id }] : [];
  };
  return [...edits.added.flatMap(({ where }, site) => ofSite(where, site)), ...edits.places.flatMap(ofPlace)];
}
