import type { FigureColumn } from '#lib/domain/tables/reading.ts';
import type { TableJob } from '#lib/server/jobs/table-job.ts';
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
  return {
    guess: guess && !replaces ? { key: guess.key, share: guess.share } : null,
    key: {
      kind: key?.key ?? 'commune',
      main: key && key.columns.main >= 0 ? String(key.columns.main) : '',
      second: key?.columns.second == null ? '' : String(key.columns.second),
      level: key?.level ?? 'commune',
      within: key?.within ?? '',
      duplicates: reading?.duplicates ?? 'refuse',
    },
    columns,
    counts: columns
      .filter(({ use, at }) => use === 'count' || guesses[at]?.kind === 'count')
      .slice(0, MOST_FIGURES),
  };
}
