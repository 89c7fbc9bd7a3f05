/**
 * One spelling of a value, whatever the order of its keys: what a database gives back has its own. Two
 * values are the same when their spellings are.
 */
export const spellingOf = (value: unknown): string =>
  JSON.stringify(value, (_, one: unknown) =>
    one !== null && typeof one === 'object' && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)))
      : one,
  );
