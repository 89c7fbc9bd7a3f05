/** The runs of three letters of a text, its ends marked so that the first letters of a word count. */
export function trigrams(text: string): ReadonlySet<string> {
  const padded = `  ${text} `;
  const found = new Set<string>();
  for (let at = 0; at + 3 <= padded.length; at++) found.add(padded.slice(at, at + 3));
  return found;
}

/** How much two sets of runs share, 0 to 1: their Dice coefficient, twice what they share over what they hold. */
export function sharedRuns(first: ReadonlySet<string>, second: ReadonlySet<string>): number {
  let shared = 0;
  for (const run of first) if (second.has(run)) shared++;
  return (2 * shared) / (first.size + second.size);
}
