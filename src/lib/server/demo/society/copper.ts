import { fractalNoise } from '../random/noise.ts';
import { prngFor } from '../random/prng.ts';
import type { Census } from './census.ts';
import type { Commune } from './communes.ts';
import type { Connection } from './connection.ts';
import { influenceOf } from './influence.ts';

/** Premises of a commune by the best technique that serves them, and the day its copper closes. */
export interface Copper {
  premises: number;
  fibre: number;
  cable: number;
  copper: number;
  radio: number;
  satellite: number;
  /** A day written 2028-01-31; nothing while it is not planned. */
  closing: string;
  /** Whether the producer says that it is closed. */
  isClosed: boolean;
}

/** Batches close at the end of January; the last ones have no day yet. */
const BATCHES = ['2025-01-31', '2026-01-31', '2027-01-31', '2028-01-31', '2028-11-30', ''] as const;
const CLOSED_BATCHES = 2;

/** Closes copper by neighbourhoods, the best served first. */
export function closeCopper(
  seed: number,
  communes: readonly Commune[],
  census: readonly Census[],
  connections: readonly Connection[],
): Copper[] {
  const random = prngFor(seed, 'copper');
  const batches = fractalNoise(random, 18, 2);
  return communes.map((commune, rank) => {
    const [x, y] = commune.seat;
    const { core, high } = influenceOf(commune);
    const { households2018, secondaryHomes2018, vacantHomes2018 } = census[rank] as Census;
    const premises = Math.round(1.08 * (households2018 + secondaryHomes2018 + vacantHomes2018));
    const share = (connections[rank] as Connection).fibre2026 ?? 92;
    const fibre = Math.round((premises * share) / 100);
    const left = premises - fibre;
    const cable = Math.round(left * 0.5 * core);
    const copper = Math.round((left - cable) * (1 - 0.35 * high));
    const radio = Math.round((left - cable - copper) * 0.8);
    const late = 0.5 + 0.9 * batches(x, y) + 1.1 * high - 0.25 * core - (share - 90) / 60;
    const batch = Math.min(BATCHES.length - 1, Math.max(0, Math.floor(late * BATCHES.length * 0.75)));
    return {
      premises,
      fibre,
      cable,
      copper,
      radio,
      satellite: left - cable - copper - radio,
      closing: BATCHES[batch] as string,
      isClosed: batch < CLOSED_BATCHES,
    };
  });
}
