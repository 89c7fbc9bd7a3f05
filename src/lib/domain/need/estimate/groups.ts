/**
 * How much errors resemble each other: correlation of what the model does not know of two communes of
 * one EPCI, of one département; and the standard deviation, in square roots, of an error that all
 * small communes would share, since the model was taught by larger ones.
 */
export interface Likeness {
  epci: number;
  departement: number;
  country: number;
}

/** A commune in a group; deviations in the unit of the figure. */
export interface GroupPart {
  /** Its part of the denominator, or 1 for counts. */
  weight: number;
  /** What the model does not know of it, which it shares with its neighbours. */
  shared: number;
  /** What is its own: chance, rounding. */
  own: number;
  /** What an error of 1 in square roots would move its figure by; 0 for what is published. */
  slope: number;
  epci: number;
  departement: number;
}

/**
 * Standard deviation of Σ weight · figure over the communes of a group. Errors are correlated inside an
 * EPCI, less inside a département, and share the country's: sums by group make it linear in the communes.
 */
export function groupDeviation(parts: readonly GroupPart[], likeness: Likeness): number {
  const byEpci = new Map<number, number>();
  const byDepartement = new Map<number, number>();
  let [alone, own, country] = [0, 0, 0];
  parts.forEach(({ weight, shared, own: chance, slope, epci, departement }, i) => {
    const error = weight * shared;
    // Without an EPCI, a commune is one of its own.
    const key = epci < 0 ? -1 - i : epci;
    byEpci.set(key, (byEpci.get(key) ?? 0) + error);
    byDepartement.set(departement, (byDepartement.get(departement) ?? 0) + error);
    alone += error * error;
    own += (weight * chance) ** 2;
    country += weight * slope;
  });
  const squares = (sums: ReadonlyMap<number, number>): number =>
    [...sums.values()].reduce((total, sum) => total + sum * sum, 0);
  const shared =
    likeness.departement * squares(byDepartement) +
    (likeness.epci - likeness.departement) * squares(byEpci) +
    (1 - likeness.epci) * alone;
  return Math.sqrt(shared + own + (likeness.country * country) ** 2);
}

/** The error of a held-out commune in a group: weighted as its people weigh in its département. */
export interface GroupError {
  epci: number;
  departement: number;
  error: number;
  /** Deviation of what it may share with its neighbours. */
  deviation: number;
}

/**
 * The likeness of errors inside an EPCI and a département, from the products of held-out ones: such
 * that the variance of their sums is, on the whole, what it is seen to be.
 */
export function fitLikeness(errors: readonly GroupError[]): Pick<Likeness, 'epci' | 'departement'> {
  const grouped = errors.filter(({ epci }) => epci >= 0);
  const same = pairs(grouped, ({ epci }) => `${epci}`);
  const wide = pairs(errors, ({ departement }) => `${departement}`);
  const inside = pairs(grouped, ({ departement, epci }) => `${departement}/${epci}`);
  const ratio = (product: number, scale: number): number =>
    scale > 0 ? Math.min(1, Math.max(0, product / scale)) : 0;
  const departement = ratio(wide.product - inside.product, wide.scale - inside.scale);
  return { epci: Math.max(departement, ratio(same.product, same.scale)), departement };
}

/** Sum over pairs of one group of the product of their errors, and of their deviations. */
function pairs(
  errors: readonly GroupError[],
  keyOf: (error: GroupError) => string,
): { product: number; scale: number } {
  const sums = new Map<string, { e: number; ee: number; s: number; ss: number }>();
  for (const row of errors) {
    const key = keyOf(row);
    const sum = sums.get(key) ?? { e: 0, ee: 0, s: 0, ss: 0 };
    sum.e += row.error;
    sum.ee += row.error * row.error;
    sum.s += row.deviation;
    sum.ss += row.deviation * row.deviation;
    sums.set(key, sum);
  }
  let [product, scale] = [0, 0];
  for (const { e, ee, s, ss } of sums.values()) {
    product += e * e - ee;
    scale += s * s - ss;
  }
  return { product, scale };
}
