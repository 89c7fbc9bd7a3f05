import { EVERYBODY, GROUPS, groupOfWord, type Group } from '../domain/access/gaps/group.ts';
import { NO_CRITERIA, type PlaceCriteria } from '../domain/places/criteria.ts';
import type { SitingGoal } from '../domain/siting/question/question.ts';
import { DEFAULT_LIMIT, LIMITS, readUnit, type GapsView } from './gaps-view.ts';
import { PARAMETERS } from './map-view.ts';
import { ParameterReading, unknownParameters, type Ignored } from './parameter-reading.ts';
import { CRITERIA_PARAMETERS, momentOfWord, readCriteria, writeCriteria } from './place-criteria.ts';
import { readInteger, readTerritory } from './read-values.ts';
import { readReferenceDay, TODAY } from './reference-day.ts';
import { LIST_SEPARATOR } from './separator.ts';

/** Which existing places count: those that answer what is asked, every one, or none. */
export const COUNTED = ['asked', 'all', 'none'] as const;

/**
 * Where one may open: the communes looked at, those of a class, premises of places that do not answer yet,
 * both communes and premises, or the communes of a list.
 */
export const CANDIDATES = ['communes', 'premises', 'both', 'rural', 'towns', 'centres', 'list'] as const;

export type Candidates = (typeof CANDIDATES)[number];

/** What may make a commune fragile: its rate of poverty, or an index. */
export const FRAGILITIES: readonly string[] = [
  'pauvrete',
  ...GROUPS.flatMap((group) => (group.kind === 'index' ? [group.word] : [])),
];

/** Where to open next. Everything in it stands in the address; nothing else does. */
export interface SitingView extends PlaceCriteria {
  /** The day from which freshness is counted: today, that of each source's edition, or an ISO day. */
  reference: string;
  goal: SitingGoal;
  /** Sites to open. */
  count: number;
  /** Euros, instead of a number of sites; `null` for a number. */
  budget: number | null;
  /** Euros a year of a site of its own, and of one in a partner's premises. */
  price: number;
  premisesPrice: number;
  /** Kilometres, or minutes. */
  limit: number;
  unit: GapsView['unit'];
  group: Group;
  /** Slug of the territory that is looked at; `null` for the country. */
  within: string | null;
  counted: (typeof COUNTED)[number];
  candidates: Candidates;
  /** Existing places that may close for as many to open elsewhere. */
  closures: number;
  /** INSEE codes of communes where one must open, may not, and of the list of candidates. */
  forced: readonly string[];
  forbidden: readonly string[];
  list: readonly string[];
  /** How much the most fragile communes count more, percent. */
  equity: number;
  /** What makes a commune fragile: a word of `FRAGILITIES`. */
  fragility: string;
  /** People a year that a site open full time can accompany; `null`: as many as come. */
  capacity: number | null;
}

export const DEFAULT_COUNT = 5;
export const MOST_SITES = 1_000;
/** Orders of cost, euros a year, that a person replaces by their own: half a helper's time and a room, or the time alone. */
export const DEFAULT_PRICES = { own: 40_000, premises: 20_000 } as const;
const MOST_EUROS = 100_000_000;
/** More people a year than any place accompanies. */
export const MOST_PEOPLE = 100_000;

export const DEFAULT_SITING_VIEW: SitingView = {
  ...NO_CRITERIA,
  reference: TODAY,
  goal: 'cover',
  count: DEFAULT_COUNT,
  budget: null,
  price: DEFAULT_PRICES.own,
  premisesPrice: DEFAULT_PRICES.premises,
  limit: DEFAULT_LIMIT,
  unit: 'km',
  group: EVERYBODY,
  within: null,
  counted: 'asked',
  candidates: 'communes',
  closures: 0,
  forced: [],
  forbidden: [],
  list: [],
  equity: 0,
  fragility: 'pauvrete',
  capacity: null,
};

/** Names of the parameters in the address; `docs/url.md` is their grammar. */
export const SITING_PARAMETERS = {
  ...CRITERIA_PARAMETERS,
  reference: 'ref',
  goal: 'but',
  count: 'n',
  budget: 'budget',
  price: 'prix',
  premisesPrice: 'prixlocaux',
  limit: 'seuil',
  unit: 'unite',
  group: 'qui',
  within: PARAMETERS.within,
  counted: 'existants',
  candidates: 'candidats',
  closures: 'fermetures',
  forced: 'avec',
  forbidden: 'sans',
  list: 'liste',
  equity: 'equite',
  fragility: 'fragilite',
  capacity: 'capacite',
} as const;

type Parameter = keyof typeof SITING_PARAMETERS;

/** The numbers of a question, whole, from the least to the most that is taken. */
export const SITING_BOUNDS = {
  count: [0, MOST_SITES],
  budget: [0, MOST_EUROS],
  price: [0, MOST_EUROS],
  premisesPrice: [0, MOST_EUROS],
  limit: [LIMITS.least, LIMITS.most],
  closures: [0, MOST_SITES],
  equity: [0, 100],
  capacity: [1, MOST_PEOPLE],
} as const satisfies Partial<Record<Parameter, readonly [least: number, most: number]>>;

export type IgnoredSitingParameter = Ignored<Parameter | 'unknown'>;

export const GOAL_WORDS: Readonly<Record<SitingGoal, string>> = {
  cover: 'couvrir',
  mean: 'rapprocher',
  farthest: 'plus-loin',
  everyone: 'tous',
};

export const COUNTED_WORDS: Readonly<Record<(typeof COUNTED)[number], string>> = {
  asked: 'demandes',
  all: 'tous',
  none: 'aucun',
};

export const CANDIDATE_WORDS: Readonly<Record<Candidates, string>> = {
  communes: 'communes',
  premises: 'locaux',
  both: 'communes-et-locaux',
  rural: 'rural',
  towns: 'bourgs-et-villes',
  centres: 'centres',
  list: 'liste',
};

const named =
  <T extends string>(words: Readonly<Record<T, string>>) =>
  (text: string): T | undefined =>
    (Object.keys(words) as T[]).find((one) => words[one] === text);

const readCode = (text: string): string | undefined =>
  /^(\d{5}|2[AB]\d{3})$/i.test(text) ? text.toUpperCase() : undefined;

/**
 * Reads the siting question that an address asks. Never throws: what is not understood falls back to the
 * default and is listed.
 */
export function readSitingView(parameters: URLSearchParams): {
  view: SitingView;
  ignored: IgnoredSitingParameter[];
} {
  const reading = new ParameterReading<Parameter>(spaced(parameters), SITING_PARAMETERS);
  const bounded =
    (parameter: keyof typeof SITING_BOUNDS) =>
    (text: string): number | undefined => {
      const [least, most] = SITING_BOUNDS[parameter];
      return readInteger(text, least, most);
    };
  const view: SitingView = {
    ...readCriteria(reading),
    moment: reading.take<SitingView['moment']>('moment', null, momentOfWord),
    reference: reading.take('reference', TODAY, readReferenceDay),
    goal: reading.take<SitingGoal>('goal', 'cover', named(GOAL_WORDS)),
    count: reading.take('count', DEFAULT_COUNT, bounded('count')),
    budget: reading.take<number | null>('budget', null, bounded('budget')),
    price: reading.take('price', DEFAULT_PRICES.own, bounded('price')),
    premisesPrice: reading.take('premisesPrice', DEFAULT_PRICES.premises, bounded('premisesPrice')),
    limit: reading.take('limit', DEFAULT_LIMIT, bounded('limit')),
    unit: reading.take<SitingView['unit']>('unit', 'km', readUnit),
    group: reading.take('group', EVERYBODY, groupOfWord),
    within: reading.take<string | null>('within', null, readTerritory),
    counted: reading.take<SitingView['counted']>('counted', 'asked', named(COUNTED_WORDS)),
    candidates: reading.take<Candidates>('candidates', 'communes', named(CANDIDATE_WORDS)),
    closures: reading.take('closures', 0, bounded('closures')),
    forced: reading.takeList('forced', readCode),
    forbidden: reading.takeList('forbidden', readCode),
    list: reading.takeList('list', readCode),
    equity: reading.take('equity', 0, bounded('equity')),
    fragility: reading.take('fragility', 'pauvrete', (text) =>
      FRAGILITIES.includes(text) ? text : undefined,
    ),
    capacity: reading.take<number | null>('capacity', null, bounded('capacity')),
  };
  const unknown = unknownParameters(parameters, Object.values(SITING_PARAMETERS));
  return {
    view,
    ignored: [...reading.ignored, ...unknown.map((value) => ({ parameter: 'unknown' as const, value }))],
  };
}

const CODE_LISTS = ['forced', 'forbidden', 'list'] as const;

const CODE_LIST_NAMES: readonly string[] = CODE_LISTS.map((parameter) => SITING_PARAMETERS[parameter]);

/** Whether a parameter is a list of INSEE codes that a person types. */
export const isCodeList = (parameter: string): parameter is (typeof CODE_LISTS)[number] =>
  (CODE_LISTS as readonly string[]).includes(parameter);

/** The lists of codes of which a part was not understood, as they were typed, by the name of the parameter. */
export const typedCodes = (
  parameters: URLSearchParams,
  ignored: readonly Ignored<string>[],
): Readonly<Partial<Record<string, string>>> =>
  Object.fromEntries(
    CODE_LISTS.filter((list) => ignored.some(({ parameter }) => parameter === list)).map((list) => [
      SITING_PARAMETERS[list],
      parameters.getAll(SITING_PARAMETERS[list]).join(' '),
    ]),
  );

/** A person separates codes by spaces or commas; an address by its own separator. */
const spaced = (parameters: URLSearchParams): Pick<URLSearchParams, 'getAll'> => ({
  getAll: (name) =>
    CODE_LIST_NAMES.includes(name)
      ? parameters.getAll(name).map((text) => text.trim().replaceAll(/[\s,;]+/g, LIST_SEPARATOR))
      : parameters.getAll(name),
});

/** The parameters of a view, without the leading `?`; empty for the default view. Defaults never appear. */
export function writeSitingView(view: SitingView): string {
  const parameters = new URLSearchParams();
  const put = (name: Parameter, value: string): void => {
    if (value !== '') parameters.set(SITING_PARAMETERS[name], value);
  };
  const number = (name: Parameter, value: number, usual: number): void =>
    put(name, value === usual ? '' : String(value));
  writeCriteria(view, put);
  put('reference', view.reference === TODAY ? '' : view.reference);
  put('goal', view.goal === 'cover' ? '' : GOAL_WORDS[view.goal]);
  number('count', view.count, DEFAULT_COUNT);
  put('budget', view.budget === null ? '' : String(view.budget));
  number('price', view.price, DEFAULT_PRICES.own);
  number('premisesPrice', view.premisesPrice, DEFAULT_PRICES.premises);
  number('limit', view.limit, DEFAULT_LIMIT);
  put('unit', view.unit === 'km' ? '' : view.unit);
  // By its word: a view that came to the browser holds another group of the same word.
  put('group', view.group.word === EVERYBODY.word ? '' : view.group.word);
  put('within', view.within ?? '');
  put('counted', view.counted === 'asked' ? '' : COUNTED_WORDS[view.counted]);
  put('candidates', view.candidates === 'communes' ? '' : CANDIDATE_WORDS[view.candidates]);
  number('closures', view.closures, 0);
  put('forced', view.forced.join(LIST_SEPARATOR));
  put('forbidden', view.forbidden.join(LIST_SEPARATOR));
  put('list', view.list.join(LIST_SEPARATOR));
  number('equity', view.equity, 0);
  put('fragility', view.fragility === 'pauvrete' ? '' : view.fragility);
  put('capacity', view.capacity === null ? '' : String(view.capacity));
  return parameters.toString();
}

/** The address of a siting question: `/implantation`, or `/implantation?…`. */
export function sitingAddress(view: SitingView, path = '/implantation'): string {
  const query = writeSitingView(view);
  return query === '' ? path : `${path}?${query}`;
}
