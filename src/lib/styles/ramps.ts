import type { PlaceKind } from '../domain/places/place.ts';
import { alongPath } from './colour.ts';

/*
 * Data colour, in one place. Tests measure lightness, contrast and what is left of each ramp for
 * protanopia and deuteranopia. The caller decides which end is worse: worse is darker.
 */

/** Lightness falls by equal steps from 94 to 20, so that greyscale and print keep the order. */
const SEQUENTIAL = ['#fbecd3', '#f8b585', '#e87f5e', '#c0504f', '#843658', '#46234b'];

/** Two hues that stay apart for colour-blind readers, dark at both ends, paper in the middle. */
const DIVERGING = ['#0b4f5c', '#3f8f95', '#a9d0cb', '#f4f0e6', '#eec08c', '#c7762f', '#7a3a08'];

/**
 * Columns: need from low to high (orange); rows: distance from near to far (blue). A step of need takes
 * 27 of lightness and one of distance 9, so that all nine stay apart in greyscale: with equal steps,
 * needy and near could not be told from far and well off.
 */
const BIVARIATE = [
  ['#f7f3ec', '#ea944d', '#b13b0b'],
  ['#bcdff4', '#a08c8d', '#783c39'],
  ['#74cbf8', '#507ea5', '#3b3748'],
] as const;

const MIN_CLASSES = 3;
const MAX_CLASSES = 9;

function sample(path: readonly string[], n: number): string[] {
  if (!Number.isInteger(n) || n < MIN_CLASSES || n > MAX_CLASSES) {
    throw new RangeError(`a ramp has ${MIN_CLASSES} to ${MAX_CLASSES} classes, not ${n}`);
  }
  return Array.from({ length: n }, (_, i) => alongPath(path, i / (n - 1)));
}

/** `n` colours (3 to 9) from light to dark. Throws a `RangeError` on any other count. */
export const sequential = (n: number): string[] => sample(SEQUENTIAL, n);

/** `n` colours (3 to 9) from one hue to the other; with an odd count the middle one is neutral. */
export const diverging = (n: number): string[] => sample(DIVERGING, n);

/** The colour of a territory by third of need (0–2) and third of distance (0–2). */
export const bivariate3x3 = (need: 0 | 1 | 2, distance: 0 | 1 | 2): string => BIVARIATE[distance][need];

export type Shape = 'square' | 'circle' | 'triangle';

/** How a kind of place is drawn: the shape says it as well as the colour. */
export interface PlaceStyle {
  shape: Shape;
  fill: string;
  /** Ring around the shape, readable on every class of every ramp. */
  halo: string;
}

/** Kinds of places: shape and colour. */
export const qualitative: Record<PlaceKind, PlaceStyle> = {
  'france-services': { shape: 'square', fill: '#173f8a', halo: '#ffffff' },
  'conseiller-numerique': { shape: 'circle', fill: '#0f8a80', halo: '#ffffff' },
  mediation: { shape: 'triangle', fill: '#8a5a00', halo: '#ffffff' },
};

/** Teams on a map: dark enough for white letters and for paper; letters say the team as well as the colour. */
export const teamColours = ['#173f8a', '#a3311f', '#0b6b62', '#7a4d00', '#6b2a78', '#3d4a52'] as const;

export type Pattern = 'hatch' | 'dots' | 'rules';

/** How a territory without a figure is drawn: a pattern, never a class colour. */
export interface StateStyle {
  pattern: Pattern;
  ground: string;
  ink: string;
}

/** States other than a value: secret = diagonal hatch, absent = light dots, incomplete = level rules. */
export const stateColours: Record<'secret' | 'absent' | 'incomplete', StateStyle> = {
  secret: { pattern: 'hatch', ground: '#f1f1ee', ink: '#7d8488' },
  absent: { pattern: 'dots', ground: '#f7f7f5', ink: '#a9aeb0' },
  incomplete: { pattern: 'rules', ground: '#f1f1ee', ink: '#7d8488' },
};

/** The fine hatch laid over the class colour of an estimated figure. */
export const estimatedHatch = '#ffffff';

/** Lines and names over a coloured map. */
export const mapInk = {
  border: '#ffffff',
  parentBorder: '#3b464d',
  selected: '#0b1215',
  selectedHalo: '#ffe08a',
  hover: '#0b1215',
  label: '#19232a',
  labelHalo: '#fbfaf6',
  water: '#d5e3e8',
  land: '#efede6',
} as const;
