import { RandomStream } from '../../random/stream.ts';
import { COVARIATES, POOR_TO_PUBLISH, type Covariate, type EstimateInputs, type Standing } from './inputs.ts';

/** An invented country whose rates are all known: what tests hide, they can check. */
export interface Synthetic {
  inputs: EstimateInputs;
  /** The rate of every commune, 0 to 1. */
  truth: Float64Array;
}

const DEPARTEMENTS = 12;
const EPCI_OF_EACH = 8;

/**
 * Communes of 40 to 40,000 people; a rate that follows the median and the owners, EPCI that differ, and
 * the chance of who lives there; published as INSEE does: detail from 2,000 people, the rate from 200
 * poor people, rounded, 5 at the least.
 */
export function inventCountry(seed: number, count: number): Synthetic {
  const stream = new RandomStream(seed);
  const array = (): Float64Array => new Float64Array(count).fill(Number.NaN);
  const covariates = Object.fromEntries(COVARIATES.map((id) => [id, array()])) as Record<
    Covariate,
    Float64Array
  >;
  const [rate, people, population, latitude, longitude, truth] = [
    array(),
    array(),
    array(),
    array(),
    array(),
    array(),
  ] as [Float64Array, Float64Array, Float64Array, Float64Array, Float64Array, Float64Array];
  const epci = new Int32Array(count);
  const departement = new Int32Array(count);
  const standing: Standing[] = [];
  const effects = Array.from({ length: DEPARTEMENTS * EPCI_OF_EACH }, () => 0.012 * stream.normal());
  for (let i = 0; i < count; i++) {
    const group = stream.below(DEPARTEMENTS * EPCI_OF_EACH);
    epci[i] = group;
    departement[i] = Math.floor(group / EPCI_OF_EACH);
    latitude[i] = 44 + 0.5 * (departement[i] as number) + 0.2 * stream.next();
    longitude[i] = 1 + 0.4 * (group % EPCI_OF_EACH) + 0.2 * stream.next();
    const size = Math.round(Math.exp(3.7 + 6.9 * stream.next() ** 1.3));
    const wealth = stream.normal();
    const owners = stream.normal();
    const root = 0.32 - 0.06 * wealth - 0.03 * owners + (effects[group] as number) + 0.008 * stream.normal();
    const share = Math.max(0.01, root + Math.sqrt(0.5 / size) * stream.normal()) ** 2;
    truth[i] = Math.min(0.7, share);
    people[i] = size;
    population[i] = Math.round(size * 1.03);
    covariates.owners[i] = 65 + 10 * owners;
    covariates.density[i] = size > 10_000 ? 2 : size > 2_000 ? 4 : 6;
    const median = 22_500 * Math.exp(0.1 * wealth);
    if (size >= 100) covariates.median[i] = median;
    if (size >= 60) covariates.median2019[i] = 0.95 * median;
    if (size >= 2_000) {
      covariates.firstDecile[i] =
        17_000 - 16_000 * Math.sqrt(truth[i] as number) + 0.25 * (median - 22_500) + 60 * stream.normal();
    }
    const isPublished = size >= 2_000 && size * (truth[i] as number) >= POOR_TO_PUBLISH;
    if (isPublished) rate[i] = Math.max(5, Math.round(100 * (truth[i] as number)));
    standing.push(!isPublished ? 'withheld' : rate[i] === 5 ? 'floor' : 'published');
  }
  const inputs = {
    count,
    standing,
    rate,
    people,
    population,
    latitude,
    longitude,
    epci,
    departement,
    covariates,
    overseas: new Uint8Array(count),
  };
  return { inputs, truth };
}

/** The same country with its communes in another order: `order[i]` is the former place of the i-th. */
export function reorder(inputs: EstimateInputs, order: readonly number[]): EstimateInputs {
  const of = (values: Float64Array): Float64Array => Float64Array.from(order, (i) => values[i] as number);
  const whole = (values: Int32Array): Int32Array => Int32Array.from(order, (i) => values[i] as number);
  return {
    count: inputs.count,
    standing: order.map((i) => inputs.standing[i] as Standing),
    rate: of(inputs.rate),
    people: of(inputs.people),
    population: of(inputs.population),
    latitude: of(inputs.latitude),
    longitude: of(inputs.longitude),
    epci: whole(inputs.epci),
    departement: whole(inputs.departement),
    overseas: Uint8Array.from(order, (i) => inputs.overseas[i] as number),
    covariates: Object.fromEntries(
      Object.entries(inputs.covariates).map(([id, values]) => [id, of(values)]),
    ) as Record<Covariate, Float64Array>,
  };
}
