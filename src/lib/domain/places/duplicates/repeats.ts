import type { Portrait } from './portrait.ts';

/**
 * What makes two rows of one source the same row twice: the same name, address, commune and SIRET or RNA,
 * whatever the writing. `null` without an address in a commune, since a name alone is shared by many.
 */
const contentOf = ({ source, name, street, area, pivot }: Portrait): string | null =>
  street === null || area === null || name === ''
    ? null
    : [source, name, street.numbers.join('-'), street.words.join(' '), area, pivot ?? ''].join('|');

/** Whether two records are one row of one source, twice. */
export function isRepeat(a: Portrait, b: Portrait): boolean {
  const content = contentOf(a);
  return content !== null && content === contentOf(b);
}

/** Pairs of ranks of the records that repeat each other within a source. */
export const findRepeats = (portraits: readonly Portrait[]): [number, number][] =>
  pairsSharing(portraits, contentOf);

/** A list numbers its own rows: « 460 » is another place in another list. */
const BARE_NUMBER = /^\d{1,8}$/;

/** Pairs of ranks of the records that have one id, where an id tells more than a rank in a list. */
export const findSameIds = (portraits: readonly Portrait[]): [number, number][] =>
  pairsSharing(portraits, ({ id }) => (BARE_NUMBER.test(id) ? null : id));

function pairsSharing(
  portraits: readonly Portrait[],
  read: (portrait: Portrait) => string | null,
): [number, number][] {
  const groups = new Map<string, number[]>();
  const pairs: [number, number][] = [];
  portraits.forEach((portrait, rank) => {
    const value = read(portrait);
    if (value === null) return;
    const group = groups.get(value) ?? [];
    for (const earlier of group) pairs.push([earlier, rank]);
    groups.set(value, [...group, rank]);
  });
  return pairs;
}
