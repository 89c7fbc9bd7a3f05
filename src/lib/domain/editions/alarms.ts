import type { EditionChanges } from './edition-changes.ts';

/**
 * What makes an edition doubtful. A producer revises a few per cent; beyond these, a file cut short, a
 * column moved or a unit changed is likelier, and a person looks before it replaces anything.
 */
export const LIMITS = {
  /** Share of the rows kept before that may go. */
  rowsGone: 0.1,
  /** Share of the rows read that may be refused, when fewer were before. */
  refused: 0.05,
  /** Share of the known figures that may vanish. */
  figuresGone: 0.05,
  /** How far the figure of the country, or the median, may move, as a share of what it was. */
  middleMoved: 0.2,
  /** Share of the places that may go. */
  placesGone: 0.2,
  /** How far the people out of reach may rise, as a share of what they were. */
  gapsRise: 0.25,
} as const;

/** One thing to look at before accepting. */
export type Alarm =
  | { kind: 'rows'; before: number; after: number }
  | { kind: 'refused'; refused: number; read: number }
  | { kind: 'figures'; indicator: string; vanished: number; known: number }
  | { kind: 'middle'; indicator: string; of: 'country' | 'median'; before: number; after: number }
  | { kind: 'places'; lost: number; places: number }
  | { kind: 'gaps'; before: number; after: number };

/** What is to be looked at in the changes of an edition; none when it looks like the one before. */
export function alarmsOf(changes: Omit<EditionChanges, 'alarms'>): Alarm[] {
  const { rows, columns, mesh, gaps } = changes;
  const alarms: Alarm[] = [];
  const { kept, refused } = rows;
  if (kept.after < kept.before * (1 - LIMITS.rowsGone)) alarms.push({ kind: 'rows', ...kept });
  const read = kept.after + refused.after;
  if (refused.after > read * LIMITS.refused && refused.after > refused.before)
    alarms.push({ kind: 'refused', refused: refused.after, read });
  for (const { indicator, known, vanished, country, median } of columns) {
    const gone = vanished.absent + vanished.secret + vanished.incomplete;
    if (gone > known.before * LIMITS.figuresGone)
      alarms.push({ kind: 'figures', indicator, vanished: gone, known: known.before });
    const of = median && hasMoved(country) ? 'country' : hasMoved(median) ? 'median' : null;
    const moved = of === 'country' ? country : median;
    if (of && moved && moved.before !== null && moved.after !== null)
      alarms.push({ kind: 'middle', indicator, of, before: moved.before, after: moved.after });
  }
  if (mesh && mesh.lost > mesh.places.before * LIMITS.placesGone)
    alarms.push({ kind: 'places', lost: mesh.lost, places: mesh.places.before });
  if (gaps && gaps.country.after > gaps.country.before * (1 + LIMITS.gapsRise))
    alarms.push({ kind: 'gaps', ...gaps.country });
  return alarms;
}

function hasMoved(pair: { before: number | null; after: number | null } | null): boolean {
  if (!pair || pair.before === null || pair.after === null) return false;
  return Math.abs(pair.after - pair.before) > Math.abs(pair.before) * LIMITS.middleMoved;
}
