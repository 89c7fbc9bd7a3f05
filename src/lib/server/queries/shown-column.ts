import type { Column } from '../../domain/indicators/column.ts';
import { withoutEstimates } from '../../domain/indicators/without-estimates.ts';
import type { Level } from '../../domain/territory/level.ts';
import { remember } from './memo.ts';
import type { Snapshot } from './snapshot.ts';

/** Indicators with estimates, at every level: more would only be addresses typed at random. */
const KEPT = 32;

/** The figures of a level as a reader sees them, estimates left out when they are switched off. */
export function shownColumn(
  data: Snapshot,
  indicator: string,
  level: Level,
  estimated: boolean,
): Column | null {
  const column = data.column(indicator, level);
  if (!column || estimated) return column;
  return remember(
    data,
    'without-estimates',
    `${indicator}/${level}`,
    () => withoutEstimates(column, level),
    KEPT,
  );
}
