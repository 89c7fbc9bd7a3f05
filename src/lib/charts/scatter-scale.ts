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
  /** Whether steps multiply instead of adding: said in the title of the axis. */
  logarithmic: boolean;
}

/** Past so many times their median, the greatest figures press all the others on the axis. */
const SKEWED = 50;

/** Figures of several orders of magnitude, none below zero: counts of people, most often. */
export function isSkewed(values: Float64Array): boolean {
  const sorted = values.slice().sort();
  const [least, middle, greatest] = [sorted[0], sorted[sorted.length >> 1], sorted.at(-1)];
  return (least ?? -1) >= 0 && (middle ?? 0) > 0 && (greatest as number) > SKEWED * (middle as number);
}

/** As many decimals as the step between two ticks needs. */
const decimalsOf = (step: number): number => Math.max(0, Math.ceil(-Math.log10(step) - 1e-9));

/** A linear scale, or a logarithmic one that holds zero, over all the figures. Never empty. */
export function cloudScale(
  values: Float64Array,
  range: readonly [number, number],
  wanted: number,
  format: (value: number, decimals: number) => string,
): CloudScale {
  let [least, greatest] = [Infinity, -Infinity];
  for (const value of values) {
    least = Math.min(least, value);
    greatest = Math.max(greatest, value);
  }
  if (!(least < greatest)) [least, greatest] = values.length > 0 ? [least - 1, greatest + 1] : [0, 1];
  if (isSkewed(values)) {
    const scale = scaleSymlog([least, greatest], [...range]);
    return {
      place: scale,
      ticks: powersBetween(least, greatest).map((value) => ({
        value,
        at: scale(value),
        text: format(value, 0),
      })),
      logarithmic: true,
    };
  }
  const scale = scaleLinear([least, greatest], [...range]).nice(wanted);
  const ticks = scale.ticks(wanted);
  const decimals = decimalsOf(ticks.length > 1 ? (ticks[1] as number) - (ticks[0] as number) : 1);
  return {
    place: scale,
    ticks: ticks.map((value) => ({ value, at: scale(value), text: format(value, decimals) })),
    logarithmic: false,
  };
}

function powersBetween(least: number, greatest: number): number[] {
  const powers = least === 0 ? [0] : [];
  for (let power = 1; power <= greatest; power *= 10) if (power >= least) powers.push(power);
  return powers;
}
