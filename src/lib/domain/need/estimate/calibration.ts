import type { HeldOut } from './held-out.ts';
import { Z90 } from './interval.ts';

/** Kinds of communes whose intervals are calibrated apart: dense towns, lesser towns and belts, countryside. */
export const STRATA = ['dense', 'intermediate', 'rural'] as const;

export type Stratum = (typeof STRATA)[number];

/** By the seven classes of the density grid; a commune without a class is taken as rural, as nine in ten are. */
export function stratumOf(densityClass: number): Stratum {
  if (densityClass <= 2) return 'dense';
  return densityClass <= 4 ? 'intermediate' : 'rural';
}

export type Scales = Readonly<Record<Stratum, number>>;

/** Under this many held-out communes, a stratum takes the scale of all. */
const MINIMUM_ROWS = 50;

const COVERAGE = 0.9;

/** The factor that makes intervals hold nine held-out figures out of ten (split conformal prediction). */
export function scaleOf(errors: readonly { error: number; deviation: number }[]): number {
  const ratios = errors
    .map(({ error, deviation }) => Math.abs(error) / deviation)
    .filter((ratio) => Number.isFinite(ratio))
    .sort((a, b) => a - b);
  if (ratios.length < MINIMUM_ROWS / 2) return 1;
  const rank = Math.min(ratios.length, Math.ceil((ratios.length + 1) * COVERAGE));
  return (ratios[rank - 1] as number) / Z90;
}

export const errorOf = ({ prediction, target }: HeldOut): { error: number; deviation: number } => ({
  error: prediction.mean - target,
  deviation: Math.sqrt(prediction.variance + prediction.chance),
});

/** The same scales, all wider by a factor. */
export const widen = (scales: Scales, factor: number): Scales => ({
  dense: scales.dense * factor,
  intermediate: scales.intermediate * factor,
  rural: scales.rural * factor,
});

/** The scales of the strata, from held-out communes. */
export function fitScales(heldOut: readonly HeldOut[], density: Float64Array): Scales {
  const all = scaleOf(heldOut.map(errorOf));
  const of = (stratum: Stratum): number => {
    const rows = heldOut.filter(({ commune }) => stratumOf(density[commune] as number) === stratum);
    return rows.length >= MINIMUM_ROWS ? scaleOf(rows.map(errorOf)) : all;
  };
  return { dense: of('dense'), intermediate: of('intermediate'), rural: of('rural') };
}
