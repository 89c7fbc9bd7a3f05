import { MINIMUM_COVER } from '../../indicators/aggregate.ts';
import { ABSENT, isKnown, type Cell } from '../../indicators/value.ts';
import type { ValueKind } from '../reading.ts';

/** What a row brings to a territory. */
export interface Part {
  cell: Cell;
  /** The part of the row that is the territory’s: less than 1 where several share it. */
  share: number;
  /** The denominator of that part; `null` where unknown. */
  weight: number | null;
  /** The denominator is supposed, not counted: as many people in each postcode of a commune. */
  supposed: boolean;
}

/** The figure of a territory from several rows. */
export interface Gathered {
  cell: Cell;
  /** Rows that differ were averaged each alike: the denominator of one of them is unknown. */
  plain: boolean;
}

/** Kinds that add up, or are the same for all; the others are means. */
export const isMean = (kind: ValueKind): boolean => kind !== 'count' && kind !== 'category';

/**
 * The figure of a territory from several rows finer than it, or shared with others: counts add up, rates
 * are averaged by their denominator, classes stand only where all agree. Where a denominator is unknown and
 * the rows differ, they are averaged each alike, which is an estimate and has to be said.
 *
 * Known for less than `MINIMUM_COVER` of the rows it is not calculable, the figure of the known ones
 * beside. Where a row is shared out, or a denominator is supposed, it is an estimate.
 */
export function gatherCells(parts: readonly Part[], kind: ValueKind): Gathered {
  const known = parts.filter((part): part is KnownPart => isKnown(part.cell));
  if (known.length === 0) {
    const secret = parts.some(({ cell }) => cell.state === 'secret');
    return { cell: secret ? { ...ABSENT, state: 'secret' } : ABSENT, plain: false };
  }
  const mean = isMean(kind);
  const weighted = mean && known.every(({ weight }) => weight !== null);
  const agreed = agreedValue(known);
  const value =
    kind === 'count'
      ? total(known.map(({ cell, share }) => cell.value * share))
      : (agreed ?? (mean ? meanOf(known, weighted ? weightOf : shareOf) : null));
  if (value === null) return { cell: ABSENT, plain: false };
  const plain = mean && !weighted && agreed === null;
  const measure = mean && parts.every(({ weight }) => weight !== null) ? weightOf : shareOf;
  const all = total(parts.map(measure));
  const cover = all > 0 ? total(known.map(measure)) / all : 1;
  if (cover < MINIMUM_COVER) return { cell: { state: 'incomplete', value, cover, marks: [] }, plain };
  const estimated = plain || known.some(({ share, supposed }) => share < 1 || (mean && weighted && supposed));
  return { cell: { state: estimated ? 'estimated' : 'value', value, cover, marks: [] }, plain };
}

type KnownPart = Part & { cell: Cell & { value: number } };

const weightOf = ({ weight }: Part): number => weight ?? 0;
const shareOf = ({ share }: Part): number => share;

/** `null` where nothing weighs. */
function meanOf(known: readonly KnownPart[], measure: (part: Part) => number): number | null {
  const held = total(known.map(measure));
  return held > 0 ? total(known.map((part) => part.cell.value * measure(part))) / held : null;
}

/** How far the figures of rows lie from that of their territory; `null` under two known rows. */
export function spreadOf(parts: readonly Part[], value: number): { widest: number; mean: number } | null {
  const far = parts.flatMap(({ cell }) => (isKnown(cell) ? [Math.abs(cell.value - value)] : []));
  return far.length < 2 ? null : { widest: Math.max(...far), mean: total(far) / far.length };
}

/** Sorted first: the order of the rows then changes no last decimal. */
export const total = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b).reduce((sum, value) => sum + value, 0);

const agreedValue = (known: readonly KnownPart[]): number | null =>
  new Set(known.map(({ cell }) => cell.value)).size === 1 ? (known[0]?.cell.value ?? null) : null;
