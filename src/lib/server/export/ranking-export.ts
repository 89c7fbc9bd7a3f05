import type { FigureSource } from '../../domain/indicators/source.ts';
import { sourceNotice } from '../../domain/indicators/source.ts';
import type { State } from '../../domain/indicators/value.ts';
import type { Level } from '../../domain/territory/level.ts';
import { STATE_LABELS } from '../../format/figure.ts';
import { formatNumber, formatPercent } from '../../format/number.ts';
import { exports as words } from '../../messages/exports.ts';
import { column } from './export-column.ts';
import type { ExportCell, ExportColumn, ExportSource, ExportTable } from './table-export.ts';

const { ranking } = words;

/** How firm a rank is: over the variants drawn. */
export interface RankRobustness {
  median: number;
  /** Ranks between which nine variants in ten put the territory. */
  low: number;
  high: number;
  /** Share of the variants that put it among the first `top`, 0 to 1. */
  share: number;
}

export interface RankedTerritory {
  code: string;
  name: string;
  /** Code of its département; `null` where that says nothing. */
  departement: string | null;
  population: number | null;
  /** From 1, the most fragile first; `null` when it is not ranked. */
  rank: number | null;
  score: number | null;
  state: State;
  /** 90 % interval of the score, where an input is estimated. */
  interval: readonly [low: number, high: number] | null;
  /** Share of the weight that is known, 0 to 1. */
  known: number;
  robustness: RankRobustness | null;
}

/** An input of the index. */
export interface RankingIngredient {
  label: string;
  /** Its part of the whole, 0 to 1. */
  share: number;
  source: FigureSource;
}

export interface Ranking {
  title: string;
  /** ISO day. */
  date: string;
  level: Level;
  /** « sur 10 », « personnes ». */
  unit: string;
  decimals: number;
  rows: readonly RankedTerritory[];
  ingredients: readonly RankingIngredient[];
  /** The N of « among the first N »; `null` without robustness. */
  top: number | null;
  notes: readonly string[];
  sources: readonly ExportSource[];
}

/**
 * A ranking as a table that leaves. An index made of figures that may not be redistributed would let
 * them be found again: its ranks and scores are then left out, and the notes say so.
 */
export function rankingTable(asked: Ranking): ExportTable {
  const { title, date, level, rows, ingredients, top, notes, sources } = asked;
  const robust = top !== null && rows.some(({ robustness }) => robustness !== null);
  const columns = [
    ...identityColumns(level),
    ...scoreColumns(asked),
    ...(robust ? robustColumns(asked) : []),
  ];
  return {
    title,
    date,
    columns,
    rows: function* () {
      for (const row of rows) {
        yield { id: row.code, cells: [...cellsOf(row), ...(robust ? robustCells(row) : [])] };
      }
    },
    notes: [
      ranking.made,
      ...ingredients.map(({ label, share }) => ranking.ingredient(label, formatPercent(100 * share))),
      ranking.notRanked,
      ...notes,
    ],
    sources,
  };
}

/** The first source that keeps an index from leaving; `null` when it may. */
export const restrictedSource = (ingredients: readonly RankingIngredient[]): FigureSource | null =>
  ingredients.find(({ share, source }) => share > 0 && !sourceNotice(source).redistribute)?.source ?? null;

function identityColumns(level: Level): ExportColumn[] {
  const { territories } = words;
  return [
    column('code', territories.code[level], { kind: 'code' }),
    column('nom', territories.name[level], { kind: 'text' }),
    column('departement', territories.departement, { kind: 'code' }),
    column('population', territories.population, { source: 'cog-2026' }),
  ];
}

function scoreColumns({ unit, decimals, ingredients, rows }: Ranking): ExportColumn[] {
  const source = restrictedSource(ingredients);
  const beside = rows.some(({ interval }) => interval !== null) ? 'state-and-interval' : 'state';
  return [
    column('rang', ranking.rank, { unit: ranking.rankUnit, source }),
    column('indice', ranking.score, { unit, decimals, source, beside }),
    column('poids-connu', ranking.known, { unit: '%', source }),
  ];
}

function robustColumns({ top, ingredients }: Ranking): ExportColumn[] {
  const source = restrictedSource(ingredients);
  return [
    column('rang-median', ranking.median, { source }),
    column('rang-bas', ranking.low, { source }),
    column('rang-haut', ranking.high, { source }),
    column('part-premiers', ranking.top(formatNumber(top ?? 0)), { unit: '%', decimals: 1, source }),
  ];
}

/** To a tenth of a percent. */
const percent = (share: number): number => Math.round(1000 * share) / 10;

const cellsOf = ({
  code,
  name,
  departement,
  population,
  rank,
  score,
  state,
  interval,
  known,
}: RankedTerritory): ExportCell[] => [
  code,
  name,
  departement,
  population,
  rank,
  { value: rank === null ? null : score, state: STATE_LABELS[state], interval },
  percent(known),
];

const robustCells = ({ robustness }: RankedTerritory): ExportCell[] =>
  robustness === null
    ? [null, null, null, null]
    : [robustness.median, robustness.low, robustness.high, percent(robustness.share)];
