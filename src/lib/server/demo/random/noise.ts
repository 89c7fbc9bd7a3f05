import type { Prng } from './prng.ts';

/** A smooth field over the plane, in about [−1, 1]; x and y in km. */
export type Field = (x: number, y: number) => number;

const LATTICE = 256;

/** Gradient noise (Perlin, 2002 fade curve) whose bumps are `wavelength` km apart. */
function gradientNoise(random: Prng, wavelength: number): Field {
  const order = random.shuffle(Array.from({ length: LATTICE }, (_, index) => index));
  const angles = Array.from({ length: LATTICE }, () => random.between(0, 2 * Math.PI));
  const gradientX = Float64Array.from(angles, Math.cos);
  const gradientY = Float64Array.from(angles, Math.sin);
  const fade = (t: number): number => t * t * t * (t * (t * 6 - 15) + 10);
  const slope = (column: number, row: number, dx: number, dy: number): number => {
    const index = order[((order[column & 255] as number) + row) & 255] as number;
    return (gradientX[index] as number) * dx + (gradientY[index] as number) * dy;
  };
  return (x, y) => {
    const column = Math.floor(x / wavelength);
    const row = Math.floor(y / wavelength);
    const dx = x / wavelength - column;
    const dy = y / wavelength - row;
    const u = fade(dx);
    const v = fade(dy);
    const south = slope(column, row, dx, dy) * (1 - u) + slope(column + 1, row, dx - 1, dy) * u;
    const north =
      slope(column, row + 1, dx, dy - 1) * (1 - u) + slope(column + 1, row + 1, dx - 1, dy - 1) * u;
    return (south * (1 - v) + north * v) * Math.SQRT2;
  };
}

/**
 * Fractal noise: octaves of gradient noise, each at half the wavelength of the one before.
 *
 * @param wavelength km between the broadest bumps
 * @param gain weight of an octave relative to the one before: 0.5 is a landscape, 0.6 a rugged coast
 */
export function fractalNoise(random: Prng, wavelength: number, octaves: number, gain = 0.5): Field {
  const layers = Array.from({ length: octaves }, (_, octave) => ({
    noise: gradientNoise(random, wavelength / 2 ** octave),
    weight: gain ** octave,
  }));
  const total = layers.reduce((sum, layer) => sum + layer.weight, 0);
  return (x, y) => layers.reduce((sum, { noise, weight }) => sum + weight * noise(x, y), 0) / total;
}
