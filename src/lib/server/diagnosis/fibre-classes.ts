import type { FibreClasses } from '../../diagnosis/diagnosis.ts';
import { indicator } from '../../domain/indicators/catalogue.ts';
import { cellAt } from '../../domain/indicators/column.ts';
import { isKnown } from '../../domain/indicators/value.ts';
import type { Territory } from '../../domain/territory/territory.ts';
import { diagnostic } from '../../messages/diagnostic.ts';
import type { Snapshot } from '../queries/snapshot.ts';

const words = diagnostic.fibreClasses;

/** Lower bounds of the classes after the first, in % of premises. */
const BOUNDS = [50, 80, 95] as const;

/** Communes and people by class of fibre coverage; `null` without the figure. */
export async function fibreClasses(
  data: Snapshot,
  communes: readonly Territory[],
): Promise<FibreClasses | null> {
  const column = data.column('fibre-2026', 'commune');
  if (!column || communes.length < 2) return null;
  const rows: FibreClasses['rows'] = words.labels.map((label) => ({ label, communes: 0, people: 0 }));
  const unknown = { label: words.unknown as string, communes: 0, people: 0, unknown: true };
  for (const { ordinal, population } of communes) {
    const cell = cellAt(column, ordinal);
    const row = isKnown(cell) ? rows[BOUNDS.filter((bound) => cell.value >= bound).length] : unknown;
    if (!row) continue;
    row.communes++;
    row.people += population ?? 0;
  }
  return {
    caption: words.caption(indicator('fibre-2026').year),
    rows: unknown.communes > 0 ? [...rows, unknown] : rows,
  };
}
