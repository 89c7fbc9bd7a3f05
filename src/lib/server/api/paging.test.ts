import { describe, expect, it } from 'vitest';
import { ALL_ROWS, pageOf } from './paging.ts';
import { ApiProblem } from './problem.ts';

const items = Array.from({ length: 25 }, (_, at) => at);

const kindOf = (act: () => unknown): string | null => {
  try {
    act();
  } catch (error) {
    if (error instanceof ApiProblem) return error.kind;
    throw error;
  }
  return null;
};

describe('a page of a list', () => {
  it('is what is asked, whole but for the last', () => {
    expect(pageOf(items, { page: 3, par_page: 10 }, 'json')).toEqual({
      items: [20, 21, 22, 23, 24],
      total: 25,
      page: 3,
      perPage: 10,
      pages: 3,
    });
    expect(kindOf(() => pageOf(items, { page: 4, par_page: 10 }, 'json'))).toBe('introuvable');
  });

  it.each(['csv', 'csv-fr', 'geojson'] as const)(
    'is everything, once, when all is asked for in %s',
    (format) => {
      const all = { items, total: 25, page: 1, perPage: 25, pages: 1 };
      expect(pageOf(items, { page: 1, par_page: ALL_ROWS }, format)).toEqual(all);
      for (const page of [2, 7])
        expect(kindOf(() => pageOf(items, { page, par_page: ALL_ROWS }, format))).toBe('introuvable');
    },
  );

  it('is there when nothing is', () => {
    const none = { items: [], total: 0, page: 1, pages: 1 };
    expect(pageOf([], { page: 1, par_page: ALL_ROWS }, 'csv')).toEqual({ ...none, perPage: 1 });
    expect(pageOf([], { page: 1, par_page: 10 }, 'json')).toEqual({ ...none, perPage: 10 });
  });

  it('is not everything in JSON', () => {
    expect(kindOf(() => pageOf(items, { page: 1, par_page: ALL_ROWS }, 'json'))).toBe('parametres');
  });
});
