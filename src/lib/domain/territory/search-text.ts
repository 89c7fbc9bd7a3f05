const SHORT_FORMS: Record<string, string> = { st: 'saint', ste: 'sainte', sts: 'saints', stes: 'saintes' };

/**
 * A name or a query as search compares them: no accents, no case, ligatures undone, anything that is
 * neither letter nor digit a single space, « st » and « ste » in full.
 */
export function normaliseName(text: string): string {
  const plain = text
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
  return plain.includes('st')
    ? plain.replace(/\b(?:stes?|sts?)\b/g, (word) => SHORT_FORMS[word] ?? word)
    : plain;
}

/** Whether one letter added, left out, changed or swapped with the next turns one text into the other. */
export function isOneTypoAway(first: string, second: string): boolean {
  const [short, long] = first.length <= second.length ? [first, second] : [second, first];
  if (long.length - short.length > 1 || short === long) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at++;
  if (long.length > short.length) return short.slice(at) === long.slice(at + 1);
  if (short.slice(at + 1) === long.slice(at + 1)) return true;
  return (
    short[at] === long[at + 1] && short[at + 1] === long[at] && short.slice(at + 2) === long.slice(at + 2)
  );
}
