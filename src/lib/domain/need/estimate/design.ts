import { groupMeans } from './context.ts';
import type { Case, Covariate, EstimateInputs } from './inputs.ts';
import type { Matrix } from './ridge.ts';

/** One column of a regression: its name, in French since the page of the method lists it, and its figures. */
export interface Feature {
  name: string;
  values: Float64Array;
}

/** Kinks of the medians and of the first decile, in euros: about their deciles among the communes with a rate. */
const MEDIAN_KNOTS = [18_000, 20_000, 22_000, 24_500, 28_000];
const DETAIL_MEDIAN_KNOTS = [20_000, 23_000, 26_000];
const DECILE_KNOTS = [9_000, 10_500, 11_500, 12_500, 13_500, 15_000];

const DENSITY_CLASSES = [1, 2, 3, 4, 5, 6, 7];

const map = (values: Float64Array, f: (value: number) => number): Float64Array => values.map(f);

/** The logarithm of an amount, and what it has beyond each kink: a piecewise linear curve. */
function kinked(name: string, amounts: Float64Array, knots: readonly number[]): Feature[] {
  const logs = map(amounts, Math.log);
  return [
    { name: `${name} (logarithme)`, values: logs },
    ...knots.map((knot) => ({
      name: `${name}, au-delà de ${knot} €`,
      values: map(logs, (log) => (log > Math.log(knot) ? log - Math.log(knot) : log - log)),
    })),
  ];
}

const plain = (name: string, values: Float64Array): Feature => ({ name, values });

const squared = (name: string, values: Float64Array): Feature[] => [
  plain(name, values),
  plain(
    `${name}, au carré`,
    map(values, (value) => value * value),
  ),
];

/** The covariates of a case. The census and the context are in all; what differs is what Filosofi publishes. */
export function featuresOf(inputs: EstimateInputs, which: Case): Feature[] {
  const { covariates, overseas } = inputs;
  const sea = plain('Outre-mer', Float64Array.from(overseas));
  if (which === 'detail') {
    const decile = map(covariates.firstDecile, Math.log);
    return [
      ...kinked('Premier décile', covariates.firstDecile, DECILE_KNOTS),
      plain(
        'Premier décile (logarithme), au carré',
        map(decile, (log) => log * log),
      ),
      ...kinked('Niveau de vie médian', covariates.median, DETAIL_MEDIAN_KNOTS),
      plain('Part des ménages imposés', covariates.taxed),
      plain('Part des minima sociaux', covariates.minima),
      plain('Chômage', covariates.unemployment),
      plain('Propriétaires', covariates.owners),
      plain('65 ans et plus', covariates.seniors),
      sea,
      plain(
        'Premier décile, outre-mer',
        decile.map((log, i) => log * (overseas[i] as number)),
      ),
    ];
  }
  return [...medianFeatures(inputs, which), ...censusFeatures(covariates), ...contextFeatures(inputs), sea];
}

function medianFeatures({ covariates, overseas }: EstimateInputs, which: Case): Feature[] {
  if (which === 'context') return [];
  const [name, amounts] =
    which === 'median'
      ? ['Niveau de vie médian', covariates.median]
      : ['Niveau de vie médian de 2019', covariates.median2019];
  return [
    ...kinked(name, amounts, MEDIAN_KNOTS),
    plain(
      `${name}, outre-mer`,
      amounts.map((amount, i) => Math.log(amount) * (overseas[i] as number)),
    ),
  ];
}

const censusFeatures = (covariates: Readonly<Record<Covariate, Float64Array>>): Feature[] => [
  ...squared('Propriétaires', covariates.owners),
  plain('Logements vacants', covariates.vacant),
  plain('Résidences secondaires', covariates.secondary),
  plain('Taux d’activité', covariates.activity),
  ...squared('Chômage', covariates.unemployment),
  plain('65 ans et plus', covariates.seniors),
  plain('Moins de 15 ans', covariates.children),
  plain('Cadres', covariates.executives),
  plain('Ouvriers', covariates.workers),
  ...squared('Diplômés du supérieur', covariates.graduates),
  ...DENSITY_CLASSES.map((level) =>
    plain(
      `Densité, classe ${level}`,
      map(covariates.density, (value) => (value === level ? 1 : 0)),
    ),
  ),
];

function contextFeatures({ covariates, people, population, epci, departement }: EstimateInputs): Feature[] {
  const medians = map(covariates.median, Math.log);
  return [
    plain('Niveau de vie médian de l’intercommunalité', groupMeans(medians, people, epci)),
    plain('Niveau de vie médian du département', groupMeans(medians, people, departement)),
    plain('Chômage de l’intercommunalité', groupMeans(covariates.unemployment, population, epci)),
    plain('Chômage du département', groupMeans(covariates.unemployment, population, departement)),
  ];
}

/**
 * The regression's rows: each column less its mean over its known training figures, divided by their
 * standard deviation. An unknown figure counts as the mean, so that it moves nothing.
 */
export function standardise(
  features: readonly Feature[],
  count: number,
  training: readonly number[],
): Matrix {
  const width = features.length + 1;
  const values = new Float64Array(count * width);
  for (let i = 0; i < count; i++) values[i * width] = 1;
  features.forEach((feature, at) => {
    let n = 0;
    let sum = 0;
    let squares = 0;
    for (const row of training) {
      const value = feature.values[row] as number;
      if (!Number.isFinite(value)) continue;
      n++;
      sum += value;
      squares += value * value;
    }
    const mean = n > 0 ? sum / n : 0;
    const variance = n > 0 ? squares / n - mean * mean : 0;
    // A column that hardly varies says nothing; dividing by its dust would blow it up.
    const scale = variance > 1e-12 * Math.max(1, mean * mean) ? 1 / Math.sqrt(variance) : 0;
    for (let i = 0; i < count; i++) {
      const value = feature.values[i] as number;
      values[i * width + at + 1] = Number.isFinite(value) ? (value - mean) * scale : 0;
    }
  });
  return { values, width };
}
