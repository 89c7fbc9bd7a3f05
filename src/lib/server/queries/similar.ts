import { findIndicator } from '../../domain/indicators/catalogue.ts';
import type { Column } from '../../domain/indicators/column.ts';
import type { Indicator } from '../../domain/indicators/indicator.ts';
import { STATE_CODES } from '../../domain/indicators/value.ts';
import { rankNormal } from '../../domain/compare/rank-normal.ts';
import type { Resemblance } from '../../domain/compare/resemblance.ts';
import {
  DEFAULT_FACTOR,
  DEFAULT_TRAITS,
  PEOPLE_DENSITY,
  similarTo,
  type Factor,
  type SimilarResult,
} from '../../domain/compare/similar.ts';
import type { Level } from '../../domain/territory/level.ts';
import type { Territory } from '../../domain/territory/territory.ts';
import { slugOf } from '../../domain/territory/slug.ts';
import { remember } from './memo.ts';
import { portraitIndicators } from './portrait.ts';
import { shownColumn } from './shown-column.ts';
import type { Snapshot } from './snapshot.ts';

/** What similar territories are looked for by. */
export interface SimilarSettings {
  factor: Factor;
  /** Same density class for communes and arrondissements; density of population counts above. */
  density: boolean;
  /** Ids of the catalogue; those that are no rate, amount, score or change are left out. */
  indicators: readonly string[];
  /** Whether estimated figures count as known. */
  estimated: boolean;
}

export const DEFAULT_SETTINGS: SimilarSettings = {
  factor: DEFAULT_FACTOR,
  density: true,
  indicators: DEFAULT_TRAITS,
  estimated: true,
};

export interface SimilarTerritory extends Resemblance {
  territory: Territory;
  slug: string;
  distance: number;
}

/** The territories most like another, with what the search left out. */
export interface Similar extends Omit<SimilarResult, 'nearest'> {
  territories: SimilarTerritory[];
}

/** Similar territories listed. */
export const SIMILAR_SHOWN = 8;

/** Whether territories may be likened on an indicator: counts follow size, classes have no distance. */
export const isTrait = ({ kind }: Indicator): boolean =>
  kind === 'rate' || kind === 'euros' || kind === 'score' || kind === 'evolution';

/** The indicators that a reader may choose. */
export const traitIndicators = (): Indicator[] => portraitIndicators().filter(isTrait);

/** The territories most like `territory`, kept for the settings asked for most recently. */
export function similarTerritories(
  data: Snapshot,
  territory: Territory,
  settings: SimilarSettings = DEFAULT_SETTINGS,
): Similar {
  const slug = slugOf(territory.level, territory.code);
  const { factor, density, indicators, estimated } = settings;
  const key = [slug, factor, density, estimated, ...indicators].join('/');
  return remember(data, 'similar', key, () => search(data, territory, settings), 1_000);
}

function search(data: Snapshot, territory: Territory, settings: SimilarSettings): Similar {
  const { level, ordinal } = territory;
  const grouped = level !== 'commune' && level !== 'arrondissement';
  const ids = settings.indicators.filter((id) => {
    const found = findIndicator(id);
    return found !== undefined && isTrait(found);
  });
  if (grouped && settings.density) ids.push(PEOPLE_DENSITY);
  const classes = settings.density && level === 'commune' ? valuesOf(data, 'densite', level, true) : null;
  const populations = populationsOf(data, level);
  const traits = ids.map((id) => ({ id, scores: scoresOf(data, id, level, settings.estimated) }));
  const result = similarTo(ordinal, { populations, classes, traits }, settings.factor, SIMILAR_SHOWN);
  const values = result.used.map((id) => valuesOf(data, id, level, settings.estimated));
  const { nearest, ...told } = result;
  return {
    ...told,
    territories: nearest.flatMap((likeness) => {
      const other = data.territories.all(level)[likeness.ordinal];
      if (!other) return [];
      return {
        territory: other,
        slug: slugOf(level, other.code),
        level,
        distance: likeness.distance,
        populationRatio:
          territory.population && other.population ? other.population / territory.population : null,
        sameClass: classes !== null && !result.withoutClass,
        traits: result.used.map((id, at) => ({
          id,
          own: values[at]?.[ordinal] as number,
          other: values[at]?.[likeness.ordinal] as number,
          gap: likeness.gaps[at] as number,
        })),
      };
    }),
  };
}

const populationsOf = (data: Snapshot, level: Level): Float64Array =>
  remember(data, 'similar-populations', level, () =>
    Float64Array.from(data.territories.all(level), ({ population }) => population ?? Number.NaN),
  );

/** Standard scores of a level, kept as long as the snapshot. */
const scoresOf = (data: Snapshot, id: string, level: Level, estimated: boolean): Float64Array =>
  remember(data, 'similar-scores', keyOf(data, id, level, estimated), () =>
    rankNormal(valuesOf(data, id, level, estimated)),
  );

/** The known figures of a level, NaN elsewhere. */
const valuesOf = (data: Snapshot, id: string, level: Level, estimated: boolean): Float64Array =>
  remember(data, 'similar-values', keyOf(data, id, level, estimated), () => {
    if (id === PEOPLE_DENSITY) return densities(data, level);
    const column = shownColumn(data, id, level, estimated);
    return column
      ? knownValues(column)
      : new Float64Array(data.territories.all(level).length).fill(Number.NaN);
  });

/** The same figures are kept once, whether estimates are wanted or there are none. */
const keyOf = (data: Snapshot, id: string, level: Level, estimated: boolean): string =>
  `${id}/${level}/${shownColumn(data, id, level, estimated) === data.column(id, level)}`;

const densities = (data: Snapshot, level: Level): Float64Array =>
  Float64Array.from(data.territories.all(level), ({ population, surfaceKm2 }) =>
    population !== null && surfaceKm2 ? population / surfaceKm2 : Number.NaN,
  );

const knownValues = ({ values, states }: Column): Float64Array =>
  values.map((value, at) => {
    const state = states[at];
    return state === STATE_CODES.value || state === STATE_CODES.estimated ? value : Number.NaN;
  });
