import { DECAYS, type Decay } from '../domain/access/decay.ts';
import { EVERYBODY, groupOfWord, type Group } from '../domain/access/gaps/group.ts';
import { NO_CRITERIA, type PlaceCriteria } from '../domain/places/criteria.ts';
import { PARAMETERS } from './map-view.ts';
import { ParameterReading, unknownParameters, type Ignored } from './parameter-reading.ts';
import { CRITERIA_PARAMETERS, momentOfWord, readCriteria, writeCriteria } from './place-criteria.ts';
import { readReferenceDay, TODAY } from './reference-day.ts';
import { readInteger, readTerritory } from './read-values.ts';

/** What the map of gaps shows. */
export const GAP_MEASURES = ['people', 'share', 'distance', 'access', 'spots'] as const;

export type GapMeasure = (typeof GAP_MEASURES)[number];

/** What a place gives: itself, or its hours of opening times those who help. */
export const SUPPLIES = ['places', 'hours'] as const;

export type Supply = (typeof SUPPLIES)[number];

/** Who is out of reach of what. Everything in it stands in the address; nothing else does. */
export interface GapsView extends PlaceCriteria {
  /** The day from which freshness is counted: today, that of each source's edition, or an ISO day. */
  reference: string;
  /** Past as many kilometres, or minutes, a place is out of reach. */
  limit: number;
  unit: 'km' | 'min';
  group: Group;
  /** Slug of the territory that is looked at; `null` for the country. */
  within: string | null;
  measure: GapMeasure;
  decay: Decay;
  /** Whether people share themselves out between places (3SFCA). */
  chooses: boolean;
  supply: Supply;
}

export const DEFAULT_LIMIT = 10;
/** Past a catchment of 60 km nobody comes for help with a form, and the pairs no longer fit a browser. */
export const LIMITS = { least: 1, most: 60 } as const;

export const DEFAULT_GAPS_VIEW: GapsView = {
  ...NO_CRITERIA,
  reference: TODAY,
  limit: DEFAULT_LIMIT,
  unit: 'km',
  group: EVERYBODY,
  within: null,
  measure: 'people',
  decay: 'none',
  chooses: false,
  supply: 'places',
};

/** Names of the parameters in the address; `docs/url.md` is their grammar. */
export const GAPS_PARAMETERS = {
  ...CRITERIA_PARAMETERS,
  reference: 'ref',
  limit: 'seuil',
  unit: 'unite',
  group: 'qui',
  within: PARAMETERS.within,
  measure: 'mesure',
  decay: 'poids',
  chooses: 'choix',
  supply: 'capacite',
} as const;

type Parameter = keyof typeof GAPS_PARAMETERS;

export type IgnoredGapsParameter = Ignored<Parameter | 'unknown'>;

export const MEASURE_WORDS: Readonly<Record<GapMeasure, string>> = {
  people: 'personnes',
  share: 'part',
  distance: 'distance',
  access: 'acces',
  spots: 'points-chauds',
};

export const DECAY_WORDS: Readonly<Record<Decay, string>> = {
  none: 'aucun',
  steps: 'paliers',
  gaussian: 'gaussienne',
  linear: 'lineaire',
};

export const SUPPLY_WORDS: Readonly<Record<Supply, string>> = { places: 'lieux', hours: 'heures' };

/** The unit that an address counts a limit in; `undefined` for another word. */
export const readUnit = (text: string): GapsView['unit'] | undefined =>
  text === 'min' || text === 'km' ? text : undefined;

/** The thing that an address calls by a word. */
const named =
  <T extends string>(things: readonly T[], words: Readonly<Record<T, string>>) =>
  (text: string): T | undefined =>
    things.find((thing) => words[thing] === text);

/**
 * Reads the gaps that an address asks for. Never throws: what is not understood falls back to the default
 * and is listed.
 */
export function readGapsView(parameters: URLSearchParams): {
  view: GapsView;
  ignored: IgnoredGapsParameter[];
} {
  const reading = new ParameterReading<Parameter>(parameters, GAPS_PARAMETERS);
  const view: GapsView = {
    ...readCriteria(reading),
    moment: reading.take<GapsView['moment']>('moment', null, momentOfWord),
    reference: reading.take('reference', TODAY, readReferenceDay),
    limit: reading.take('limit', DEFAULT_LIMIT, (text) => readInteger(text, LIMITS.least, LIMITS.most)),
    unit: reading.take<GapsView['unit']>('unit', 'km', readUnit),
    group: reading.take('group', EVERYBODY, groupOfWord),
    within: reading.take<string | null>('within', null, readTerritory),
    measure: reading.take<GapMeasure>('measure', 'people', named(GAP_MEASURES, MEASURE_WORDS)),
    decay: reading.take<Decay>('decay', 'none', named(DECAYS, DECAY_WORDS)),
    chooses: reading.takeSwitch('chooses', false),
    supply: reading.take<Supply>('supply', 'places', named(SUPPLIES, SUPPLY_WORDS)),
  };
  const unknown = unknownParameters(parameters, Object.values(GAPS_PARAMETERS));
  return {
    view,
    ignored: [...reading.ignored, ...unknown.map((value) => ({ parameter: 'unknown' as const, value }))],
  };
}

/** The parameters of a view, without the leading `?`; empty for the default view. Defaults never appear. */
export function writeGapsView(view: GapsView): string {
  const parameters = new URLSearchParams();
  const put = (name: Parameter, value: string): void => {
    if (value !== '') parameters.set(GAPS_PARAMETERS[name], value);
  };
  writeCriteria(view, put);
  put('reference', view.reference === TODAY ? '' : view.reference);
  put('limit', view.limit === DEFAULT_LIMIT ? '' : String(view.limit));
  put('unit', view.unit === 'km' ? '' : view.unit);
  put('group', view.group === EVERYBODY ? '' : view.group.word);
  put('within', view.within ?? '');
  put('measure', view.measure === 'people' ? '' : MEASURE_WORDS[view.measure]);
  put('decay', view.decay === 'none' ? '' : DECAY_WORDS[view.decay]);
  put('chooses', view.chooses ? '1' : '');
  put('supply', view.supply === 'places' ? '' : SUPPLY_WORDS[view.supply]);
  return parameters.toString();
}

/** The address of the gaps: `/ecarts`, or `/ecarts?…`. */
export function gapsAddress(view: GapsView, path = '/ecarts'): string {
  const query = writeGapsView(view);
  return query === '' ? path : `${path}?${query}`;
}
