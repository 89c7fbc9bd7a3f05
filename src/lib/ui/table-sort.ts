export type Direction = 'ascending' | 'descending';

export interface Sort {
  key: string;
  direction: Direction;
}

/** What a cell sorts by; `null` is a figure that is not there. */
export type SortValue = string | number | null;

const collator = new Intl.Collator('fr-FR', { numeric: true, sensitivity: 'base' });

/**
 * Rows in order, without touching the original. Whatever the direction, rows without a value come
 * last: unknown is neither the lowest nor the highest. Equal rows keep their order.
 */
export function sortRows<T>(rows: readonly T[], valueOf: (row: T) => SortValue, direction: Direction): T[] {
  const sign = direction === 'ascending' ? 1 : -1;
  const keyed = rows.map((row) => ({ row, value: valueOf(row) }));
  keyed.sort(({ value: p }, { value: q }) => {
    if (p === null || q === null) return Number(p === null) - Number(q === null);
    if (typeof p === 'number' && typeof q === 'number') return sign * (p - q);
    return sign * collator.compare(String(p), String(q));
  });
  return keyed.map(({ row }) => row);
}

/** The order after a press on a heading: figures start with the highest, words with A. */
export function nextSort(now: Sort | null, key: string, numeric: boolean): Sort {
  const first: Direction = numeric ? 'descending' : 'ascending';
  if (now?.key !== key) return { key, direction: first };
  return { key, direction: now.direction === 'ascending' ? 'descending' : 'ascending' };
}
