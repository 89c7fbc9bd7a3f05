import { HELP_ALIASES } from './aliases-help.ts';
import { REACH_ALIASES } from './aliases-reach.ts';
import { WHERE_ALIASES } from './aliases-where.ts';
import type { IntakeField } from './fields.ts';

/**
 * How spreadsheets, the national schema v0, data·inclusion and the France services list head the
 * columns of each field, beside its id and its label. Compared without case, accent or punctuation.
 */
export const ALIASES: Readonly<Partial<Record<IntakeField, readonly string[]>>> = {
  ...WHERE_ALIASES,
  ...REACH_ALIASES,
  ...HELP_ALIASES,
};
