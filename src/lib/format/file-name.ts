/** Longer names are cut by some systems. */
const MOST_CHARACTERS = 80;

/**
 * `maillage-communes-38-2026-11-24.csv`: what a file holds and its day, in ASCII, lower case, so that
 * any system keeps it. `what` may be any text; what has no ASCII letter is left out.
 */
export function exportFileName(what: string, date: string, extension: string): string {
  const plain = what
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, MOST_CHARACTERS)
    .replace(/^-|-$/g, '');
  return `${['maillage', plain, date].filter((part) => part !== '').join('-')}.${extension}`;
}
