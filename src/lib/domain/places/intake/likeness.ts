/** The runs of three letters of a text, its ends marked so that the first letters of a word count. */
function trigrams(text: string): Set<string> {
  const padded = `  ${text} `;
  const found = new Set<string>();
  for (let at = 0; at + 3 <= padded.length; at++) found.add(padded.slice(at, at + 3));
  return found;
}

/**
 * How alike two normalised texts are, 0 to 1: the Dice coefficient of their trigrams (twice what they
 * share over what they hold). 1 for equal texts; 0 when one is empty.
 */
export function likeness(first: string, second: string): number {
  if (first === '' || second === '') return 0;
  if (first === second) return 1;
  const [a, b] = [trigrams(first), trigrams(second)];
  let shared = 0;
  for (const run of a) if (b.has(run)) shared++;
  return (2 * shared) / (a.size + b.size);
}
