import type { SortKey, TableSort } from './map-view.ts';

/** The order once the heading of a column is pressed: names start with A, figures with the highest. */
export function orderAfter(sort: TableSort, key: SortKey): TableSort {
  return { key, descending: sort.key === key ? !sort.descending : key !== 'nom' };
}

/** How a table is in the order of a column; nothing where it is in that of another. */
export function orderBy(sort: TableSort, key: SortKey): 'ascending' | 'descending' | undefined {
  if (sort.key !== key) return undefined;
  return sort.descending ? 'descending' : 'ascending';
}
