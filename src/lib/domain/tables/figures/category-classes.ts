import { readCell } from './cell-value.ts';

/** A category has few classes; more texts than that are names or remarks. */
export const MOST_CLASSES = 12;

/** The texts of a column that are classes, in order; `null` where they are too few or too many to be. */
export function categoryClasses(
  rows: readonly (readonly string[])[],
  column: number,
): readonly string[] | null {
  const texts = new Map<string, string>();
  for (const row of rows) {
    const text = (row[column] ?? '').trim();
    const { state } = readCell(text);
    if (state === 'absent' || state === 'secret') continue;
    texts.set(text.toLowerCase(), texts.get(text.toLowerCase()) ?? text);
    if (texts.size > MOST_CLASSES) return null;
  }
  if (texts.size < 2) return null;
  return [...texts.values()].sort((a, b) => a.localeCompare(b, 'fr', { numeric: true }));
}
