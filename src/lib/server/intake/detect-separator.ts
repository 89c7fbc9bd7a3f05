import type { Separator } from './table-file.ts';

const CANDIDATES: readonly Separator[] = [';', ',', '\t'];

/** Rows looked at: title lines and headings are few among them. */
const SAMPLE_ROWS = 40;

/**
 * The separator of a CSV from its beginning: the one that cuts most rows into the same number of cells,
 * more cells counting more. `null` when none is found: the table has one column.
 */
export function detectSeparator(beginning: string): Separator | null {
  let best: Separator | null = null;
  let bestScore = 0;
  for (const candidate of CANDIDATES) {
    const score = scoreOf(countPerRow(beginning, candidate));
    if (score > bestScore) [best, bestScore] = [candidate, score];
  }
  return best;
}

/** How many separators each of the first rows holds outside quotes; blank rows are passed over. */
function countPerRow(text: string, separator: Separator): number[] {
  const counts: number[] = [];
  let count = 0;
  let blank = true;
  let quoted = false;
  for (let at = 0; at < text.length && counts.length < SAMPLE_ROWS; at++) {
    const character = text[at] as string;
    if (character === '"') quoted = !quoted;
    if (quoted || (character !== '\n' && character !== '\r')) {
      if (character === separator && !quoted) count++;
      blank = false;
      continue;
    }
    if (!blank) counts.push(count);
    [count, blank] = [0, true];
  }
  if (!blank && counts.length < SAMPLE_ROWS) counts.push(count);
  return counts;
}

function scoreOf(counts: readonly number[]): number {
  const tally = new Map<number, number>();
  for (const count of counts) if (count > 0) tally.set(count, (tally.get(count) ?? 0) + 1);
  let best = 0;
  for (const [count, rows] of tally) best = Math.max(best, (rows / counts.length) * Math.log2(1 + count));
  return best;
}
