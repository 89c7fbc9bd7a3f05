import type { Level } from '../territory/level.ts';
import { isAggregateLevel } from '../territory/level.ts';
import type { Column } from './column.ts';
import { STATE_CODES } from './value.ts';

/**
 * The same figures for a reader who switched estimates off: what was estimated is what the source left
 * it, secret for a commune, not computable for a group of them.
 */
export function withoutEstimates(column: Column, level: Level): Column {
  if (!column.states.includes(STATE_CODES.estimated)) return column;
  const left = isAggregateLevel(level) ? STATE_CODES.incomplete : STATE_CODES.secret;
  const estimated = (ordinal: number): boolean => column.states[ordinal] === STATE_CODES.estimated;
  return {
    ...column,
    values: column.values.map((value, ordinal) => (estimated(ordinal) ? Number.NaN : value)),
    states: column.states.map((state, ordinal) => (estimated(ordinal) ? left : state)),
    covers: column.covers.map((cover, ordinal) => (estimated(ordinal) ? 0 : cover)),
  };
}
