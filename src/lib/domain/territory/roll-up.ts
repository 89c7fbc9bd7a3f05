import { MINIMUM_COVER } from '../indicators/aggregate.ts';
import type { Kind } from '../indicators/indicator.ts';
import { ABSENT, isKnown, type Cell, type State } from '../indicators/value.ts';

/** A figure of a former commune (or an arrondissement), with its denominator where the source has it. */
export interface PartCell extends Cell {
  weight: number | null;
}

/** Kinds that have no mean: two classes or two days have nothing between them. */
const WHOLE: ReadonlySet<Kind> = new Set(['band', 'category', 'date']);

/**
 * The figure of one commune from the rows of the communes that merged into it: counts add up, rates
 * and medians by their denominator, classes only where all agree. Never the last row.
 *
 * `partial` says that the rows do not cover the whole of today's commune: the figure is then marked
 * as of another perimeter. Where no denominator is known and the parts differ, there is no figure. Made
 * of an estimate, it is one.
 */
export function rollUp(parts: readonly PartCell[], kind: Kind, partial = false): Cell {
  const [first] = parts;
  if (!first) return ABSENT;
  if (parts.length === 1) {
    const { weight: _, ...cell } = first;
    return partial ? { ...cell, marks: [...cell.marks, 'perimeter'] } : cell;
  }
  const knownParts = parts.filter((part): part is PartCell & { value: number } => isKnown(part));
  const rolled = (value: number): Cell => ({
    state: knownParts.some(({ state }) => state === 'estimated') ? 'estimated' : 'value',
    value,
    cover: 1,
    marks: ['rolled'],
  });
  const unknown: State = parts.some((part) => part.state === 'secret') ? 'secret' : 'absent';
  if (knownParts.length === 0) return { ...ABSENT, state: unknown };
  if (kind === 'count') {
    if (knownParts.length < parts.length) return { ...ABSENT, state: unknown };
    return rolled(knownParts.reduce((sum, part) => sum + part.value, 0));
  }
  const value = knownParts[0]?.value as number;
  if (knownParts.length === parts.length && knownParts.every((part) => part.value === value))
    return rolled(value);
  if (WHOLE.has(kind) || parts.some((part) => part.weight === null)) {
    return { ...ABSENT, marks: ['perimeter'] };
  }
  const weightOf = (cells: readonly PartCell[]): number =>
    cells.reduce((sum, part) => sum + (part.weight ?? 0), 0);
  const knownWeight = weightOf(knownParts);
  if (knownWeight === 0 || knownWeight / weightOf(parts) < MINIMUM_COVER)
    return { ...ABSENT, state: unknown };
  return rolled(knownParts.reduce((sum, part) => sum + part.value * (part.weight ?? 0), 0) / knownWeight);
}
