import { scaleLinear, scaleSymlog } from 'd3';

export interface ScaleTick {
  value: number;
  /** Pixels. */
  at: number;
  text: string;
}

/** From figures to pixels and back. */
export interface CloudScale {
  place: (value: number) => number;
  ticks: ScaleTick[];
  /** Figures beyond the ends, placed at the edges. */
  beyond: number;
  /** Whether steps multiply instead of adding: said in the title of the axis. */
  logarithmic: boolean;
}

/** Past so many times their median, the greatest figures press all the others on the axis. */
const SKEWED = 50;

/** Sorted figures of several orders of magnitude, none below zero: counts of people, most often. */
function isSkewed(sorted: Float64Array): boolean {
  const [least, middle, greatest] = [sorted[0], sorted[sorted.length >> 1], sorted.at(-1)];
  return (least ?? -1) >= 0 && (middle ?? 0) > 0 && (greatest as number) > SKEWED * (middle as number);
}

/** As many decimals as the step between two ticks needs. */
const decimalsOf = (step: number): number => Math.max(0, Math.ceil(-Math.log10(step) - 1e-9));

/** Share of the figures on each side whose extremes would flatten the rest of the drawing. */
const TAIL = 0.002;

/** Steps that the ends of an axis are rounded to: fine ones, so that little room is lost. */
const ROUNDING = 12;

/**
 * A linear scale over all but the rare extremes, which stand at its edges, or a logarithmic one that
 * holds zero. Never empty.
 */
export function cloudScale(
  values: Float64Array,
  range: readonly [number, number],
  wanted: number,
  format: (value: number, decimals: number) => string,
): CloudScale {
  const sorted = values.slice().sort();
  const cut = Math.floor(sorted.length * TAIL);
  const at = (place: number): number => sorted[place] ?? 0;
  if (isSkewed(sorted)) {
    const [least, greatest] = [at(0), at(sorted.length - 1)];
    const scale = scaleSymlog([least, greatest], [...range]);
    return {
      place: scale,
      ticks: powersBetween(least, greatest).map((value) => ({
        value,
        at: scale(value),
        text: format(value, 0),
      })),
      beyond: 0,
      logarithmic: true,
    };
  }
  let [least, greatest] = [at(cut), at(sorted.length - 1 - cut)];
  if (!(least < greatest)) [least, greatest] = [at(0) - 1, at(sorted.length - 1) + 1];
  const scale = scaleLinear([least, greatest], [...range])
    .nice(ROUNDING)
    .clamp(true);
  const [from, to] = scale.domain() as [number, number];
  const ticks = scale.ticks(wanted);
  const decimals = decimalsOf(ticks.length > 1 ? (ticks[1] as number) - (ticks[0] as number) : 1);
  return {
    place: scale,
    ticks: ticks.map((value) => ({ value, at: scale(value), text: format(value, decimals) })),
    beyond: sorted.reduce((sum, value) => sum + (value < from || value > to ? 1 : 0), 0),
    logarithmic: false,
  };
}

function powersBetween(least: number, greatest: number): number[] {
  const powers = least === 0 ? [0] : [];
  for (let power = 1; power <= greatest; power *= 10) if (power >= least) powers.push(power);
  return powers;
}
