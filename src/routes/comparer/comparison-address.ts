import { THEME_LABELS, findIndicator } from '#lib/domain/indicators/catalogue.ts';
import type { Theme } from '#lib/domain/indicators/indicator.ts';
import { DEFAULT_FACTOR, DEFAULT_TRAITS, FACTORS, type Factor } from '#lib/domain/compare/similar.ts';

/** What a comparison shows. Everything in it stands in the address; nothing else does. */
export interface ComparisonView {
  /** Slugs as written, in the order of the columns; not all of them need designate a territory. */
  slugs: readonly string[];
  /** `null`: every theme. */
  theme: Theme | null;
  /** Only the rows that differ, the widest apart first. */
  differences: boolean;
  estimated: boolean;
  /** Name or code typed to add a territory. */
  query: string;
  /** Slug whose similar territories are looked for. */
  similar: string | null;
  factor: Factor;
  density: boolean;
  /** Ids of the catalogue. */
  traits: readonly string[];
}

export const EMPTY_VIEW: ComparisonView = {
  slugs: [],
  theme: null,
  differences: false,
  estimated: true,
  query: '',
  similar: null,
  factor: DEFAULT_FACTOR,
  density: true,
  traits: DEFAULT_TRAITS,
};

/** Longest list and texts read from an address: beyond, it was not written by hand nor by this page. */
const MOST_SLUGS = 30;
const MOST_CHARACTERS = 60;

/** No limit on population. */
const NO_FACTOR = '0';

/** Reads an address. Never throws: what is not understood falls back to its default. */
export function readComparisonView(parameters: URLSearchParams): ComparisonView {
  const first = (name: string): string =>
    (parameters.get(name) ?? '').trim().slice(0, MOST_CHARACTERS).trim();
  const list = (name: string): string[] =>
    parameters
      .getAll(name)
      .flatMap((text) => text.split(/[_,;\s]+/))
      .filter((item) => item !== '')
      .map((item) => item.slice(0, MOST_CHARACTERS));
  const traits = [...new Set(list('si'))].filter((id) => findIndicator(id) !== undefined);
  const factor = FACTORS.find((known) => String(known ?? NO_FACTOR) === first('sf'));
  return {
    slugs: list('t').slice(0, MOST_SLUGS),
    theme: isTheme(first('th')) ? (first('th') as Theme) : null,
    differences: first('tri') === 'ecart',
    estimated: first('e') !== '0',
    query: first('q'),
    similar: list('sim')[0] ?? null,
    factor: factor === undefined ? DEFAULT_FACTOR : factor,
    density: first('sd') !== '0',
    traits: traits.length === 0 || isSameSet(traits, DEFAULT_TRAITS) ? DEFAULT_TRAITS : traits,
  };
}

const isTheme = (text: string): text is Theme => Object.hasOwn(THEME_LABELS, text);

/** The query of a view, in a fixed order, without its defaults: « ?t=38185_38421 », or nothing. */
export function writeComparisonView(view: ComparisonView): string {
  const parameters: [string, string][] = [];
  const add = (name: string, value: string, wanted: boolean): void => {
    if (wanted) parameters.push([name, value]);
  };
  add('t', view.slugs.join('_'), view.slugs.length > 0);
  add('th', view.theme ?? '', view.theme !== null);
  add('tri', 'ecart', view.differences);
  add('e', '0', !view.estimated);
  add('q', view.query, view.query !== '');
  add('sim', view.similar ?? '', view.similar !== null);
  add('sf', String(view.factor ?? NO_FACTOR), view.factor !== DEFAULT_FACTOR);
  add('sd', '0', !view.density);
  add('si', view.traits.join('_'), !isSameSet(view.traits, DEFAULT_TRAITS));
  const query = parameters.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&');
  return query === '' ? '' : `?${query}`;
}

/** A form sends its boxes in the order of the page, which means nothing. */
const isSameSet = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((one) => b.includes(one));

/** The page with some things of its view changed. */
export const comparisonHref = (view: ComparisonView, change: Partial<ComparisonView> = {}): string =>
  `/comparer${writeComparisonView({ ...view, query: '', ...change })}`;
