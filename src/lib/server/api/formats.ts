import { api } from '../../messages/api.ts';
import type { Endpoint } from './endpoint.ts';
import { ApiProblem } from './problem.ts';

/** What an answer may be written in: plain CSV is that of RFC 4180, `csv-fr` that of French spreadsheets. */
export const FORMATS = ['json', 'csv', 'csv-fr', 'geojson'] as const;

export type Format = (typeof FORMATS)[number];

/** Content type of each. */
export const FORMAT_TYPES: Readonly<Record<Format, string>> = {
  json: 'application/json; charset=utf-8',
  csv: 'text/csv; charset=utf-8; header=present',
  'csv-fr': 'text/csv; charset=utf-8; header=present',
  geojson: 'application/geo+json; charset=utf-8',
};

/** A content type without its parameters. */
export const plainType = (type: string): string => (type.split(';')[0] ?? '').trim().toLowerCase();

/** The formats that an endpoint gives, the usual one first. */
export const formatsOf = (endpoint: Endpoint): Format[] =>
  endpoint.kind === 'document'
    ? ['json', ...(endpoint.feature ? (['geojson'] as const) : [])]
    : ['json', 'csv', 'csv-fr', ...(endpoint.geometry === null ? [] : (['geojson'] as const))];

/** What a media range of `Accept` takes among formats. */
const ACCEPTED: Readonly<Record<string, Format>> = {
  '*/*': 'json',
  'application/*': 'json',
  'application/json': 'json',
  'text/json': 'json',
  'text/*': 'csv',
  'text/csv': 'csv',
  'application/geo+json': 'geojson',
  'application/vnd.geo+json': 'geojson',
};

/** The content type of an endpoint in a format: some documents are JSON under a type of their own. */
export const typeIn = (endpoint: Endpoint, format: Format): string =>
  (format === 'json' && endpoint.kind === 'document' && endpoint.type) || FORMAT_TYPES[format];

/**
 * The format of an answer: the one asked by `format`, else the one that `Accept` wants most. A browser,
 * which wants pages, is shown JSON. Throws a problem (406) when `Accept` takes none.
 */
export function formatFor(endpoint: Endpoint, asked: Format | undefined, accept: string | null): Format {
  if (asked !== undefined) return asked;
  if (accept === null || accept.trim() === '') return 'json';
  const offered = formatsOf(endpoint);
  const accepted: Readonly<Partial<Record<string, Format>>> = {
    ...ACCEPTED,
    [plainType(typeIn(endpoint, 'json'))]: 'json',
  };
  const wanted = accept
    .split(',')
    .map((range) => {
      const [type = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase());
      const quality = Number(parameters.find((one) => one.startsWith('q='))?.slice(2) ?? 1);
      return { format: accepted[type], quality: Number.isFinite(quality) ? quality : 0 };
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality);
  const best = wanted.find(({ format }) => format !== undefined && offered.includes(format))?.format;
  if (best) return best;
  if (/text\/html/i.test(accept)) return 'json';
  throw new ApiProblem('format', api.problems.accept(offered.join(', ')));
}
