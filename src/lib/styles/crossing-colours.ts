import { stepsOfSquare } from '../domain/classify/crossing.ts';
import { bivariate3x3 } from './ramps.ts';

/** One colour a square of a crossing, in the order of its classes. */
export const CROSSING_COLOURS: readonly string[] = Array.from({ length: 9 }, (_, square) => {
  const { first, second } = stepsOfSquare(square);
  return bivariate3x3(first, second);
});
