import { cellAt, emptyColumn, type Column } from '../../../../domain/indicators/column.ts';
import { MARK_CODES, STATE_CODES, type Cell } from '../../../../domain/indicators/value.ts';
import { communeColumn, groupColumn, type Figure } from '../../../../domain/need/estimate/columns.ts';
import { estimatePoverty, type Estimate } from '../../../../domain/need/estimate/estimate.ts';
import {
  COVARIATES,
  type Covariate,
  type EstimateInputs,
  type Standing,
} from '../../../../domain/need/estimate/inputs.ts';
import { MODEL_REVISION } from '../../../../domain/need/estimate/report.ts';
import { AGGREGATE_LEVELS, type Level } from '../../../../domain/territory/level.ts';
import type { Territories } from '../../../../domain/territory/territories.ts';
import type { Query } from '../../../db/client.ts';
import { readColumn } from '../../../queries/columns.ts';
import { POVERTY_MODEL } from '../../../queries/model-report.ts';
import type { ComputedAdapter } from '../../adapter.ts';
import type { SettledColumn } from '../../settle.ts';

/** The published rate, and the three indicators made from it and its estimate. */
const PUBLISHED = 'taux-de-pauvrete';
const RATE = 'taux-de-pauvrete-estime';
const POOR = 'personnes-pauvres';
const POOR_UNDER_65 = 'personnes-pauvres-moins-de-65-ans';

const INDICATOR_OF: Readonly<Record<Covariate, string>> = {
  median: 'niveau-de-vie-median',
  median2019: 'niveau-de-vie-median-2019',
  firstDecile: 'premier-decile',
  taxed: 'part-menages-imposes',
  minima: 'part-minima-sociaux',
  owners: 'part-proprietaires',
  vacant: 'part-logements-vacants',
  secondary: 'part-residences-secondaires',
  activity: 'taux-d-activite',
  unemployment: 'chomage',
  seniors: 'part-65-ans-et-plus',
  children: 'part-moins-15-ans',
  executives: 'part-cadres',
  workers: 'part-ouvriers',
  graduates: 'part-diplomes-superieur',
  density: 'densite',
};

/** The poverty rate where INSEE withholds it: `domain/need/estimate`, docs/adr/0007. */
export const povertyEstimate: ComputedAdapter = {
  id: 'estimation-pauvrete',
  kind: 'computed',
  files: [],
  revision: MODEL_REVISION,
  // fibre-2026 brings the centres of communes.
  inputs: ['cog-2026', 'rp-2018', 'filosofi-2021', 'fibre-2026', 'rp-2022', 'densite'],
  editionOf: 'filosofi-2021',
  indicators: [RATE, POOR, POOR_UNDER_65],
  async compute(query, territories) {
    const read = async (id: string): Promise<Column> =>
      (await readColumn({ query }, id, 'commune')) ?? emptyColumn(territories.all('commune').length);
    const inputs = await readInputs(read, territories);
    const { estimate, ...declined } = estimatePoverty(inputs);
    const content = estimate ? estimate.report : 'report' in declined ? declined.report : null;
    const report = { model: POVERTY_MODEL, content: { revision: MODEL_REVISION, ...content } };
    if (!estimate) return { columns: [], communes: 0, report };
    const published = await read(PUBLISHED);
    const cells = inputs.standing.map((_, i) => cellAt(published, i));
    const columns = await columnsOf(inputs, estimate, cells, territories, query);
    return { columns, communes: estimate.rates.filter((rate) => rate !== null).length, report };
  },
};

async function readInputs(
  read: (id: string) => Promise<Column>,
  territories: Territories,
): Promise<EstimateInputs> {
  const communes = territories.all('commune');
  const rate = await read(PUBLISHED);
  const covariates: Partial<Record<Covariate, Float64Array>> = {};
  for (const id of COVARIATES) covariates[id] = (await read(INDICATOR_OF[id])).values;
  const decile = await read(INDICATOR_OF.firstDecile);
  const numbers = (of: (commune: (typeof communes)[number]) => number | null): Float64Array =>
    Float64Array.from(communes, (commune) => of(commune) ?? Number.NaN);
  const ordinals = (level: Level, code: (commune: (typeof communes)[number]) => string | null): Int32Array =>
    Int32Array.from(communes, (commune) => territories.get(level, code(commune) ?? '')?.ordinal ?? -1);
  return {
    count: communes.length,
    standing: communes.map((_, i) => standingOf(rate, i)),
    rate: rate.values,
    people: (await read('personnes-fiscales-2021')).values,
    population: numbers(({ population }) => population),
    latitude: numbers(({ lat }) => lat),
    longitude: numbers(({ lon }) => lon),
    epci: ordinals('epci', ({ epci }) => epci),
    departement: ordinals('departement', ({ departement }) => departement),
    overseas: Uint8Array.from(communes, ({ zone }) => (zone === 'metro' ? 0 : 1)),
    covariates: {
      ...(covariates as Record<Covariate, Float64Array>),
      // Where a merger joined a published rate and a withheld one, « fewer than 200 poor people » holds of
      // neither whole: such a commune is read by its median.
      firstDecile: decile.values.map((value, i) =>
        rate.states[i] === STATE_CODES.secret && hasMark(decile, i, 'rolled') ? Number.NaN : value,
      ),
    },
  };
}

const hasMark = (column: Column, i: number, mark: keyof typeof MARK_CODES): boolean =>
  ((column.marks[i] as number) & MARK_CODES[mark]) !== 0;

function standingOf(rate: Column, i: number): Standing {
  if (rate.states[i] === STATE_CODES.secret) return 'withheld';
  if (rate.states[i] !== STATE_CODES.value) return 'outside';
  return hasMark(rate, i, 'floor') ? 'floor' : 'published';
}

async function columnsOf(
  inputs: EstimateInputs,
  estimate: Estimate,
  published: readonly Cell[],
  territories: Territories,
  query: Query,
): Promise<SettledColumn[]> {
  const { seniors } = inputs.covariates;
  const figures: readonly (Figure & { indicator: string })[] = [
    { indicator: RATE, kind: 'rate', people: estimate.people },
    { indicator: POOR, kind: 'count', people: estimate.people },
    {
      indicator: POOR_UNDER_65,
      kind: 'count',
      people: estimate.people.map((count, i) => count * (1 - (seniors[i] as number) / 100)),
    },
  ];
  const parts = await readColumn({ query }, PUBLISHED, 'arrondissement');
  return [
    ...figures.flatMap(({ indicator, ...figure }): SettledColumn[] => [
      { indicator, level: 'commune', column: communeColumn(inputs, estimate, figure, published) },
      ...AGGREGATE_LEVELS.map((level) => ({
        indicator,
        level,
        column: groupColumn(
          inputs,
          estimate,
          figure,
          territories.all(level).map((group) => territories.communes(group).map(({ ordinal }) => ordinal)),
        ),
      })),
    ]),
    // Every arrondissement has a published rate: there is nothing to estimate.
    ...(parts ? [{ indicator: RATE, level: 'arrondissement' as const, column: parts }] : []),
  ];
}
