import { normaliseName } from '../../territory/search-text.ts';
import { fingerprint } from './fingerprint.ts';

/**
 * A stable key of a table's layout, for remembering what its columns feed: the same headings in any
 * order, case, accent or punctuation give the same key.
 */
export const layoutKey = (headings: readonly string[]): string =>
  fingerprint(headings.map(normaliseName).sort().join('\n'));
