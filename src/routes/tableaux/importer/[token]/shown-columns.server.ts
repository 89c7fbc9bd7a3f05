import { isGathered } from '#lib/domain/tables/keys/key-kind.ts';
import { ROWS, type FigureColumn } from '#lib/domain/tables/reading.ts';
import type { TableJob } from '#lib/server/jobs/table-job.ts';
import { tableaux } from '#lib/messages/tableaux.ts';
import { MOST_FIGURES } from '#lib/server/tables/reading-form.ts';

/** Values of a column shown beside it: enough to know it. */
const SAMPLES = 3;

/** A column of a file as its form shows it. */
export interface ShownColumn {
  at: number;
  heading: string;
  samples: string[];
  /** How it is read; empty where it is not kept. */
  use: string;
  label: string;
  unit: string;
  decimals: number;
  worse: string;
  /** `population`, `none`, or the rank of a column. */
  denominator: string;
  fraction: boolean;
}

/** The count of rows as its form shows it. */
export interface ShownRowCount {
  used: boolean;
  label: string;
  unit: string;
}

/** The columns of a file as they are read, as last said, else as they seem to be. */
export function shownColumns({ table, guess, guesses, reading, replaces }: TableJob) {
  const headings = table?.headings ?? [];
  const beginning = (table?.rows ?? []).slice(0, 50);
  const figures: readonly FigureColumn[] =
    reading?.figures ?? guesses.filter((one): one is FigureColumn => one !== null).slice(0, MOST_FIGURES);
  const rankOf = (slug: string): string => String(figures.find((one) => one.slug === slug)?.column ?? 'none');
  const columns = headings.map((heading, at): ShownColumn => {
    const kept = figures.find(({ column }) => column === at);
    const known = kept ?? guesses[at] ?? null;
    const by = known?.denominator;
    return {
      at,
      heading,
      samples: [...new Set(beginning.map((row) => (row[at] ?? '').trim()))]
        .filter((value) => value !== '')
        .slice(0, SAMPLES)
        .map((value) => value.slice(0, 60)),
      use: kept?.kind ?? '',
      label: known?.label ?? heading,
      unit: known?.unit ?? '',
      decimals: known?.decimals ?? 0,
      worse: known?.worse ?? '',
      denominator: by?.by === 'column' ? rankOf(by.slug) : (by?.by ?? 'none'),
      fraction: known?.scale === 100,
    };
  });
  const key = reading ?? guess;
  const isList = !reading && isPlainList(guess, guesses);
  return {
    guess: guess && !replaces ? { key: guess.key, share: guess.share } : null,
    key: {
      kind: key?.key ?? 'commune',
      main: key && key.columns.main >= 0 ? String(key.columns.main) : '',
      second: key?.columns.second == null ? '' : String(key.columns.second),
      level: key?.level ?? 'commune',
      within: key?.within ?? '',
      duplicates: reading?.duplicates ?? (isList ? 'sum' : 'refuse'),
    },
    columns,
    rowCount: rowCountOf(figures, isList),
    counts: columns
      .filter(({ use, at }) => use === 'count' || guesses[at]?.kind === 'count')
      .slice(0, MOST_FIGURES),
  };
}

/** Rows finer than a commune without a number: a list, of which there is nothing to do but to count. */
const isPlainList = (guess: TableJob['guess'], guesses: TableJob['guesses']): boolean =>
  guess !== null && isGathered(guess.key) && guesses.every((one) => one === null || one.kind === 'category');

function rowCountOf(figures: readonly FigureColumn[], isList: boolean): ShownRowCount {
  const kept = figures.find(({ column }) => column === ROWS);
  return {
    used: kept !== undefined || isList,
    label: kept?.label ?? tableaux.reading.rowsLabel,
    unit: kept?.unit ?? tableaux.reading.rowsUnit,
  };
}
