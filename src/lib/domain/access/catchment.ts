import { decayWeight, type Decay } from './decay.ts';
import type { Reach } from './reach.ts';

/** How access is counted. */
export interface CatchmentMethod {
  decay: Decay;
  /** In the unit of the reach. */
  threshold: number;
  /** Whether people share themselves out between the places in reach (3SFCA), or ask of each in full. */
  chooses: boolean;
}

export interface Catchment {
  /** Supply per person of each demand point; 0 when no supply is in reach. */
  access: Float64Array;
  /** Supply of each supply point over the people who can reach it; NaN when nobody can. */
  ratios: Float64Array;
  /** Supply points with something to give that nobody reaches: in no access above. */
  unreached: number;
}

/**
 * Access by floating catchment areas. Each supply point shares what it gives between the people in
 * reach, R_j = S_j / Σ_i P_i w_ij; each demand point adds up the shares in its reach, A_i = Σ_j R_j w_ij;
 * so that Σ_i P_i A_i is the supply of the points that reach anybody. With `chooses`, w_ij is
 * multiplied by the chance that people of i go to j, G_ij = w_ij / Σ_k w_ik.
 * Sources: Luo & Wang 2003 (2SFCA), Luo & Qi 2009 (E2SFCA), Wan, Zou & Sternberg 2012 (3SFCA).
 *
 * `people` is by demand point, NaN counts as nobody; `supply` by supply point, in any unit.
 */
export function floatingCatchment(
  reach: Reach,
  people: ArrayLike<number>,
  supply: ArrayLike<number>,
  method: CatchmentMethod,
): Catchment {
  const { starts, supplies } = reach;
  const weights = weightsOf(reach, method);
  const n = starts.length - 1;
  const asked = new Float64Array(reach.supplyCount);
  for (let i = 0; i < n; i++) {
    const here = people[i] as number;
    if (!(here > 0)) continue;
    for (let at = starts[i] as number; at < (starts[i + 1] as number); at++) {
      const j = supplies[at] as number;
      asked[j] = (asked[j] as number) + here * (weights[at] as number);
    }
  }
  const ratios = asked.map((people, j) => (people > 0 ? (supply[j] as number) / people : Number.NaN));
  const access = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    let sum = 0;
    for (let at = starts[i] as number; at < (starts[i + 1] as number); at++) {
      const ratio = ratios[supplies[at] as number] as number;
      if (ratio > 0) sum += ratio * (weights[at] as number);
    }
    access[i] = sum;
  }
  let unreached = 0;
  ratios.forEach((ratio, j) => {
    if (Number.isNaN(ratio) && (supply[j] as number) > 0) unreached++;
  });
  return { access, ratios, unreached };
}

/** The weight of each pair, chosen or not. */
function weightsOf({ starts, costs }: Reach, { decay, threshold, chooses }: CatchmentMethod): Float64Array {
  const weights = new Float64Array(costs.length);
  for (let at = 0; at < weights.length; at++)
    weights[at] = decayWeight(decay, costs[at] as number, threshold);
  if (!chooses) return weights;
  for (let i = 0; i + 1 < starts.length; i++) {
    const [from, to] = [starts[i] as number, starts[i + 1] as number];
    let sum = 0;
    for (let at = from; at < to; at++) sum += weights[at] as number;
    if (sum === 0) continue;
    for (let at = from; at < to; at++) weights[at] = (weights[at] as number) ** 2 / sum;
  }
  return weights;
}
