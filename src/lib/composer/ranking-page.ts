import { classOfCode, unclassedOfCode } from '../domain/classify/classification.ts';
import { indicator } from '../domain/indicators/catalogue.ts';
import { STATE_CODES, STATES } from '../domain/indicators/value.ts';
import { ingredientsOf, type Recipe } from '../domain/need/recipe.ts';
import type { Robustness } from '../domain/need/robustness.ts';
import type { Scores } from '../domain/need/score.ts';
import { normaliseName } from '../domain/territory/search-text.ts';
import { STATE_LABELS } from '../format/figure.ts';
import { formatPercent } from '../format/number.ts';
import type { LevelIndex } from '../live/level-index.ts';
import { indices } from '../messages/indices.ts';
import type { TableSort, TableView } from '../view/map-view.ts';
import { formatScore } from './index-words.ts';
import { placesAmong, type Standing } from './standing.ts';

/** Rows of a page: what fits in two screens. */
export const PAGE_SIZE = 25;

/** How firm a rank is. */
export interface Firmness {
  median: number;
  /** Nine variants in ten lie between. */
  low: number;
  high: number;
  /** Share of the variants among the first ones, 0 to 1. */
  inTop: number;
}

/** One territory of a ranking. */
export interface RankingRow {
  ordinal: number;
  slug: string;
  code: string;
  name: string;
  /** `null` where the population is not known. */
  population: number | null;
  /** Among those ranked together; `null` when it is not ranked. */
  rank: number | null;
  /** Its score, or the word for its state. */
  text: string;
  estimated: boolean;
  /** Its class; `null` without a score. */
  class: number | null;
  /** « 75 % du poids connu, manque : niveau de vie »; empty when everything is known. */
  lacks: string;
  standings: Standing[];
  firmness: Firmness | null;
}

export interface RankingPage {
  rows: RankingRow[];
  /** Territories that match the search. */
  total: number;
  /** Those that have a rank, searched or not. */
  ranked: number;
  page: number;
  pages: number;
  sort: TableSort;
}

export interface RankingInput {
  recipe: Recipe;
  scores: Scores;
  codes: Uint8Array;
  index: LevelIndex;
  /** Ordinals ranked together; `null`: everybody. */
  members: readonly number[] | null;
  robustness: Robustness | null;
  table: Pick<TableView, 'sort' | 'page' | 'query'>;
}

/** The most fragile first. */
const DEFAULT_SORT: TableSort = { key: 'valeur', descending: true };

/** One page of a ranking: searched, sorted, cut. Unranked territories come last, whatever the order. */
export function rankingPage(input: RankingInput): RankingPage {
  const { scores, index, members, robustness, table } = input;
  const all = members ?? Array.from({ length: index.length }, (_, ordinal) => ordinal);
  const ranks = placesAmong(scores.ranks, all);
  const firm = robustness && firmnessOf(robustness);
  const sort = table.sort ?? DEFAULT_SORT;
  const found = matching(all, index, table.query);
  const kept = sorted(found, sort, input, firm);
  const pages = Math.max(1, Math.ceil(kept.length / PAGE_SIZE));
  const page = Math.min(table.page, pages);
  let ranked = 0;
  for (const ordinal of all) if ((scores.ranks[ordinal] ?? 0) > 0) ranked++;
  return {
    rows: kept
      .slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE)
      .map((ordinal) => rowOf(input, ordinal, ranks.get(ordinal) ?? null, firm)),
    total: kept.length,
    ranked,
    page,
    pages,
    sort,
  };
}

function rowOf(
  { recipe, scores, codes, index }: RankingInput,
  ordinal: number,
  rank: number | null,
  firm: ReadonlyMap<number, Firmness> | null,
): RankingRow {
  const { column, lacking } = scores;
  const state = column.states[ordinal] ?? STATE_CODES.absent;
  const code = codes[ordinal] ?? 0xff;
  const population = index.populations[ordinal] ?? Number.NaN;
  return {
    ordinal,
    slug: index.slug(ordinal),
    code: index.code(ordinal),
    name: index.name(ordinal),
    population: Number.isNaN(population) ? null : population,
    rank,
    text:
      rank === null
        ? STATE_LABELS[unclassedOfCode(code) ?? STATES[state] ?? 'absent']
        : formatScore(recipe, column.values[ordinal] ?? Number.NaN),
    estimated: state === STATE_CODES.estimated,
    class: classOfCode(code),
    lacks: lackText(recipe, lacking[ordinal] ?? 0, column.covers[ordinal] ?? 0),
    standings: rank === null ? [] : index.standings(ordinal, scores.ranks),
    firmness: firm?.get(ordinal) ?? null,
  };
}

function lackText(recipe: Recipe, bits: number, cover: number): string {
  if (bits === 0) return '';
  const lacking = ingredientsOf(recipe).flatMap(({ indicator: id }, k) =>
    (bits >>> k) & 1 ? [indicator(id).short.toLowerCase()] : [],
  );
  const { known, lacks } = indices.card;
  return `${known(formatPercent(cover / 100))}, ${lacks(lacking.join(', '))}`;
}

function firmnessOf({ members, median, low, high, inTop }: Robustness): Map<number, Firmness> {
  const firm = new Map<number, Firmness>();
  members.forEach((ordinal, at) =>
    firm.set(ordinal, {
      median: median[at] ?? 0,
      low: low[at] ?? 0,
      high: high[at] ?? 0,
      inTop: inTop[at] ?? 0,
    }),
  );
  return firm;
}

function matching(all: readonly number[], index: LevelIndex, query: string): number[] {
  const wanted = normaliseName(query);
  if (wanted === '') return [...all];
  return all.filter(
    (ordinal) =>
      index.code(ordinal).toLowerCase().startsWith(wanted) ||
      index.postcodes(ordinal).includes(query.trim()) ||
      index.plainName(ordinal).includes(wanted),
  );
}

function sorted(
  ordinals: number[],
  { key, descending }: TableSort,
  { scores, index }: RankingInput,
  firm: ReadonlyMap<number, Firmness> | null,
): number[] {
  const sign = descending ? -1 : 1;
  if (key === 'nom') {
    const ranks = index.nameRanks();
    return ordinals.sort((a, b) => sign * ((ranks[a] ?? 0) - (ranks[b] ?? 0)));
  }
  const valueOf = (ordinal: number): number => {
    if (key === 'population') return index.populations[ordinal] ?? Number.NaN;
    if (key === 'surete') return firm?.get(ordinal)?.inTop ?? Number.NaN;
    const rank = scores.ranks[ordinal] ?? 0;
    return rank === 0 ? Number.NaN : -rank;
  };
  return ordinals.sort((a, b) => {
    const [p, q] = [valueOf(a), valueOf(b)];
    if (Number.isNaN(p) || Number.isNaN(q)) return Number(Number.isNaN(p)) - Number(Number.isNaN(q)) || a - b;
    return p === q ? (scores.ranks[a] ?? 0) - (scores.ranks[b] ?? 0) || a - b : sign * (p < q ? -1 : 1);
  });
}
