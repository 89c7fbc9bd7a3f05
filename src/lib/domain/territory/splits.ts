/**
 * Communes re-established since 2023 out of a commune that kept its code: a source that has a row
 * for the parent and none for the others still counts them together.
 * From the code officiel géographique 2026 (INSEE).
 */
export const SPLITS: ReadonlyMap<string, readonly string[]> = new Map([
  ['15141', ['15031', '15035', '15047', '15171']],
  ['60054', ['60694']],
  ['85084', ['85165', '85212']],
]);
