import { MINIMUM_COVER } from '../../indicators/aggregate.ts';
import { ABSENT, isKnown, type Cell } from '../../indicators/value.ts';
import type { ValueKind } from '../reading.ts';

/** What a row brings to a territory. */
export interface Part {
  cell: Cell;
  /** The part of the row that is the territory’s: less than 1 where several share it. */
  share: number;
  /** The denominator of a rate; `null` where unknown. */
  weight: number | null;
}

/**
 * The figure of a territory from several rows finer than it, or shared with others: counts add up, rates
 * are averaged by their denominator, or each alike where one is unknown; classes only where all agree.
 *
 * Known for less than `MINIMUM_COVER` of the rows it is not calculable, the figure of the known ones
 * beside. Where a row is shared out, it is an estimate.
 */
export function gatherCells(parts: readonly Part[], kind: ValueKind): Cell {
  const known = parts.filter((part): part is Part & { cell: Cell & { value: number } } => isKnown(part.cell));
  if (known.length === 0)
    return parts.some(({ cell }) => cell.state === 'secret') ? { ...ABSENT, state: 'secret' } : ABSENT;
  const everyWeight = kind !== 'count' && parts.every(({ weight }) => weight !== null);
  const weightOf = ({ share, weight }: Part): number => share * (everyWeight ? (weight ?? 0) : 1);
  const all = total(parts.map(weightOf));
  const held = total(known.map(weightOf));
  const value =
    kind === 'count'
      ? total(known.map(({ cell, share }) => cell.value * share))
      : kind === 'category'
        ? agreed(known.map(({ cell }) => cell.value))
        : known.length === 1
          ? (known[0]?.cell.value ?? null)
          : held > 0
            ? total(known.map((part) => part.cell.value * weightOf(part))) / held
            : null;
  if (value === null) return { ...ABSENT, marks: ['perimeter'] };
  const cover = all > 0 ? held / all : 1;
  const marks: Cell['marks'] = parts.length > 1 ? ['rolled'] : [];
  if (cover < MINIMUM_COVER) return { state: 'incomplete', value, cover, marks };
  return { state: known.some(({ share }) => share < 1) ? 'estimated' : 'value', value, cover, marks };
}

/** How far the figures of rows lie from that of their territory; `null` under two known rows. */
export function spreadOf(parts: readonly Part[], value: number): { widest: number; mean: number } | null {
  const far = parts.flatMap(({ cell }) => (isKnown(cell) ? [Math.abs(cell.value - value)] : []));
  return far.length < 2 ? null : { widest: Math.max(...far), mean: total(far) / far.length };
}

/** Sorted first: the order of the rows then changes no last decimal. */
const total = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b).reduce((sum, value) => sum + value, 0);

const agreed = (values: readonly number[]): number | null =>
  new Set(values).size === 1 ? (values[0] ?? null) : null;
