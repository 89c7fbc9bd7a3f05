import { readCell } from './cell-value.ts';

/** A category has few classes; more texts than that are names or remarks. */
export const MOST_CLASSES = 12;

const LETTER = /^\p{L}$/u;

/**
 * The texts of a column that are classes, in order; `null` where they are too few or too many to be. Where
 * classes are letters, « C » and « S » are of them; elsewhere they say that a figure is secret.
 */
export function categoryClasses(
  rows: readonly (readonly string[])[],
  column: number,
): readonly string[] | null {
  const texts = new Map<string, string>();
  const withheld = new Map<string, string>();
  for (const row of rows) {
    const text = (row[column] ?? '').trim();
    const read = readCell(text);
    if (read.state === 'secret' && LETTER.test(text)) withheld.set(text.toLowerCase(), text);
    if (read.state === 'absent' || read.state === 'secret') continue;
    if (read.state === 'unread' && read.reason !== 'text') continue;
    texts.set(text.toLowerCase(), texts.get(text.toLowerCase()) ?? text);
    if (texts.size > MOST_CLASSES) return null;
  }
  if ([...texts.keys()].some((text) => LETTER.test(text)))
    for (const [key, text] of withheld) texts.set(key, text);
  if (texts.size < 2 || texts.size > MOST_CLASSES) return null;
  return [...texts.values()].sort((a, b) => a.localeCompare(b, 'fr', { numeric: true }));
}
