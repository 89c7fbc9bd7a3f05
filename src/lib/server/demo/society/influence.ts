import type { Parcel } from '../geography/land.ts';
import { distance } from '../geography/plane.ts';
import { HIGH_COUNTRY, TOWNS } from '../geography/towns.ts';

/** Where a commune stands between town, coast and high country, each from 0 to 1. */
export interface Influence {
  /** 1 in a town, weighted by its size; falls over its suburbs. */
  core: number;
  /** 1 in the belt of prosperous suburbs around the larger towns. */
  belt: number;
  /** 1 on the shore, gone some 10 km inland. */
  coast: number;
  /** 1 in the middle of the high country. */
  high: number;
  /** 1 at the gates of the métropole. */
  metropole: number;
}

/** From 0.35 for a large village to 1 for the capital. */
const weightOf = (population: number): number =>
  Math.min(1, Math.max(0.35, Math.log10(population / 1000) / 2.2));

export function influenceOf({ seat, toCoast }: Parcel): Influence {
  let core = 0;
  let belt = 0;
  let metropole = 0;
  TOWNS.forEach(({ at, population, reach, epci }) => {
    const far = distance(seat, at) / reach;
    const weight = weightOf(population);
    core = Math.max(core, weight * Math.exp(-((far / 0.75) ** 2)));
    belt = Math.max(belt, weight * Math.exp(-(((far - 1.7) / 0.85) ** 2)));
    if (epci.type === 'METRO') metropole = Math.exp(-((far / 2.4) ** 2));
  });
  return {
    core,
    belt,
    coast: Math.exp(-toCoast / 4),
    high: Math.exp(-((distance(seat, HIGH_COUNTRY.at) / (HIGH_COUNTRY.radius * 1.35)) ** 2)),
    metropole,
  };
}
