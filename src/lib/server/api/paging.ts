import { z } from 'zod';
import { api } from '../../messages/api.ts';
import { apiFields } from '../../messages/api-fields.ts';
import type { Format } from './formats.ts';
import { ApiProblem } from './problem.ts';

export const USUAL_ROWS = 100;
export const MOST_ROWS = 1_000;
/** Asks for every row at once, of the formats that can be written as they are sent. */
export const ALL_ROWS = 'tous';

/** A whole number written in an address. */
export const wholeNumber = (least: number, most: number) =>
  z.coerce.number<string>().int().min(least).max(most);

/** Parameters that say which page of a list. */
export const pagingQuery = {
  page: wholeNumber(1, 1_000_000).default(1).describe(apiFields.paging.page),
  par_page: z
    .union([z.literal(ALL_ROWS), wholeNumber(1, MOST_ROWS)], {
      error: () => api.faults.perPage(String(MOST_ROWS)),
    })
    .default(USUAL_ROWS)
    .describe(apiFields.paging.parPage),
};

/** A page of a list. */
export interface Page<Item> {
  items: readonly Item[];
  total: number;
  page: number;
  perPage: number;
  pages: number;
}

/** The page asked of a list. Past the end there is a problem: a program that goes on would never stop. */
export function pageOf<Item>(
  items: readonly Item[],
  asked: { page: number; par_page: number | typeof ALL_ROWS },
  format: Format,
): Page<Item> {
  const total = items.length;
  if (asked.par_page === ALL_ROWS && format === 'json')
    throw new ApiProblem('parametres', api.faults.allRows, {
      faults: [{ parametre: 'par_page', detail: api.faults.allRows }],
    });
  const perPage = asked.par_page === ALL_ROWS ? Math.max(1, total) : asked.par_page;
  const pages = Math.max(1, Math.ceil(total / perPage));
  const { page } = asked;
  if (page > pages) {
    const detail = api.faults.pastEnd(String(page), String(pages));
    throw new ApiProblem('introuvable', detail, { faults: [{ parametre: 'page', detail }] });
  }
  return { items: items.slice((page - 1) * perPage, page * perPage), total, page, perPage, pages };
}

/** The addresses of the pages around one. */
export function linksOf(url: URL, { page, pages }: Pick<Page<unknown>, 'page' | 'pages'>) {
  const at = (number: number): string => {
    const next = new URL(url);
    if (number === 1) next.searchParams.delete('page');
    else next.searchParams.set('page', String(number));
    return next.href;
  };
  return {
    first: at(1),
    last: at(pages),
    prev: page > 1 ? at(page - 1) : null,
    next: page < pages ? at(page + 1) : null,
  };
}

/** A `Link` header (RFC 8288). */
export const linkHeader = (links: Readonly<Record<string, string | null>>): string =>
  Object.entries(links)
    .flatMap(([rel, href]) => (href === null ? [] : [`<${href}>; rel="${rel}"`]))
    .join(', ');
