import { MOST_TEAMS, USUAL_DAYS } from '../domain/siting/rounds/asked.ts';
import { WEEKDAYS } from '../domain/siting/rounds/market-days.ts';
import { LIMITS } from './gaps-view.ts';
import { ParameterReading, unknownParameters, type Ignored } from './parameter-reading.ts';
import { CRITERIA_PARAMETERS } from './place-criteria.ts';
import { readClock, readDecimal, readHours, writeClock, writeHours } from './read-times.ts';
import { readInteger } from './read-values.ts';
import { LIST_SEPARATOR } from './separator.ts';
import {
  CANDIDATE_WORDS,
  DEFAULT_SITING_VIEW,
  readSitingView,
  SITING_PARAMETERS,
  writeSitingView,
  type SitingView,
} from './siting-view.ts';

/** What rounds ask as a siting question does: whom, where, of which places. */
const SHARED = {
  ...CRITERIA_PARAMETERS,
  reference: SITING_PARAMETERS.reference,
  group: SITING_PARAMETERS.group,
  within: SITING_PARAMETERS.within,
  counted: SITING_PARAMETERS.counted,
  forbidden: SITING_PARAMETERS.forbidden,
  list: SITING_PARAMETERS.list,
} as const;

/** What a siting question says that rounds do not. */
const NOT_ASKED = {
  goal: true,
  count: true,
  budget: true,
  price: true,
  premisesPrice: true,
  closures: true,
  forced: true,
  equity: true,
  unit: true,
  fragility: true,
  capacity: true,
} as const;

/** Where one may stop: communes, as a siting question says them, without premises. */
export const STOP_CANDIDATES = ['communes', 'rural', 'towns', 'centres', 'list'] as const;

type StopCandidates = (typeof STOP_CANDIDATES)[number];

/** Rounds of a week. Everything in it stands in the address; nothing else does. */
export interface RoundsView extends Omit<SitingView, keyof typeof NOT_ASKED | 'candidates'> {
  /** Kilometres within which a stop reaches people, and a place that counts already. */
  limit: number;
  candidates: StopCandidates;
  teams: number;
  /** Communes where teams start, by code or name, as they were written. */
  bases: readonly string[];
  /** Days of the week, 0 for Monday; empty when none was left. */
  days: readonly number[];
  stopsADay: number;
  /** Minutes from the base to the base, on site, and after midnight. */
  day: number;
  stop: number;
  leavesAt: number;
  /** Kilometres a day. */
  kilometres: number;
  /** Kilometres by road for each kilometre of great circle. */
  detour: number;
  /** Kilometres an hour; `null`: no minutes. */
  speed: number | null;
  /** Market days as they were written, a commune a line. */
  markets: string;
  marketsOnly: boolean;
  /** Codes of the communes of each outing, to show those rounds; `null` to search for some. */
  plan: readonly (readonly string[])[] | null;
}

const OWN = {
  limit: SITING_PARAMETERS.limit,
  candidates: SITING_PARAMETERS.candidates,
  teams: 'equipes',
  bases: 'bases',
  days: 'jours',
  stopsADay: 'arrets',
  day: 'journee',
  stop: 'arret',
  leavesAt: 'depart',
  kilometres: 'kmjour',
  detour: 'detour',
  speed: 'vitesse',
  markets: 'marches',
  marketsOnly: 'marchesseuls',
  plan: 'plan',
} as const;

type Own = keyof typeof OWN;

/** Names of the parameters in the address; `docs/url.md` is their grammar. */
export const ROUNDS_PARAMETERS = { ...SHARED, ...OWN } as const;

export type IgnoredRoundsParameter = Ignored<keyof typeof ROUNDS_PARAMETERS | 'unknown'>;

/** Teams that an address may ask: past what is answered, so that the page can say so. */
export const MOST_ASKED_TEAMS = 99;
export const STOPS_A_DAY = { least: 1, most: 8 } as const;
export const KILOMETRES = { least: 1, most: 600 } as const;
export const SPEEDS = { least: 10, most: 110 } as const;
/** Roads are never shorter than the great circle; three times longer, a ferry is missing. */
export const DETOURS = { least: 1, most: 3 } as const;
/** Characters of market days that an address can hold. */
export const MOST_CHARACTERS = 4_000;

/** No day of travel, in an address. */
const NONE = 'aucun';

export const DEFAULT_ROUNDS_VIEW: RoundsView = {
  ...sharedOf(DEFAULT_SITING_VIEW),
  // Nearer than places: a stop lasts a few hours, and is gone to on foot or by a lift more often.
  limit: 5,
  candidates: 'communes',
  teams: 1,
  bases: [],
  days: USUAL_DAYS,
  stopsADay: 2,
  day: 420,
  stop: 150,
  leavesAt: 510,
  kilometres: 120,
  // Driving is 1.3 ± 0.1 times the great circle over motorway networks (Wang, Bette, Schreckenberg and Guhr 2024).
  detour: 1.3,
  speed: null,
  markets: '',
  marketsOnly: false,
  plan: null,
};

const readDay = (word: string): number | undefined => {
  const day = (WEEKDAYS as readonly string[]).indexOf(word.toLowerCase());
  return day < 0 ? undefined : day;
};

const readCandidates = (text: string): StopCandidates | undefined =>
  STOP_CANDIDATES.find((one) => CANDIDATE_WORDS[one] === text);

/** Outings separated by « _ », the codes of their communes by points: « 38006.38085__38269 ». */
function readPlan(text: string): RoundsView['plan'] | undefined {
  const outings = text.split(LIST_SEPARATOR).map((tour) => tour.split('.').filter(Boolean));
  const codes = outings.flat();
  const isPlan =
    codes.every((code) => /^(\d{5}|2[AB]\d{3})$/.test(code)) && new Set(codes).size === codes.length;
  return isPlan && outings.length <= 7 * MOST_TEAMS && codes.length > 0 ? outings : undefined;
}

/** Bases as a person separates them; an address separates them by its own separator. */
const splitBases = (texts: readonly string[]): string[] =>
  texts
    .flatMap((text) => text.split(/[,;\n_]+/))
    .map((text) => text.trim())
    .filter((text) => text !== '')
    .slice(0, MOST_ASKED_TEAMS);

/**
 * Reads the rounds that an address asks. Never throws: what is not understood falls back to the default
 * and is listed; market days and bases are kept as written, for the page to answer line by line.
 */
export function readRoundsView(parameters: URLSearchParams): {
  view: RoundsView;
  ignored: IgnoredRoundsParameter[];
} {
  const names: readonly string[] = Object.values(SHARED);
  const siting = readSitingView(
    new URLSearchParams([...parameters].filter(([name]) => names.includes(name))),
  );
  const reading = new ParameterReading<Own>(parameters, OWN);
  const usual = DEFAULT_ROUNDS_VIEW;
  const days = readDays(parameters, reading);
  const view: RoundsView = {
    ...sharedOf(siting.view),
    limit: reading.take('limit', usual.limit, (text) => readInteger(text, LIMITS.least, LIMITS.most)),
    candidates: reading.take('candidates', usual.candidates, readCandidates),
    teams: reading.take('teams', usual.teams, (text) => readInteger(text, 0, MOST_ASKED_TEAMS)),
    bases: splitBases(parameters.getAll(OWN.bases)),
    days,
    stopsADay: reading.take('stopsADay', usual.stopsADay, (text) =>
      readInteger(text, STOPS_A_DAY.least, STOPS_A_DAY.most),
    ),
    day: reading.take('day', usual.day, readHours),
    stop: reading.take('stop', usual.stop, readHours),
    leavesAt: reading.take('leavesAt', usual.leavesAt, readClock),
    kilometres: reading.take('kilometres', usual.kilometres, (text) =>
      readInteger(text, KILOMETRES.least, KILOMETRES.most),
    ),
    detour: reading.take('detour', usual.detour, (text) => readDecimal(text, DETOURS.least, DETOURS.most)),
    speed: reading.take<number | null>('speed', null, (text) => readInteger(text, SPEEDS.least, SPEEDS.most)),
    markets: (parameters.getAll(OWN.markets).at(-1) ?? '').replaceAll('\r\n', '\n').trim(),
    marketsOnly: reading.takeSwitch('marketsOnly', usual.marketsOnly),
    plan: reading.take<RoundsView['plan']>('plan', null, readPlan),
  };
  const unknown = unknownParameters(parameters, Object.values(ROUNDS_PARAMETERS));
  return {
    view: { ...view, markets: cutLines(view.markets) },
    ignored: [
      ...siting.ignored.map(({ parameter, value }) => ({
        parameter: parameter as keyof typeof SHARED,
        value,
      })),
      ...reading.ignored,
      ...(view.markets.length > MOST_CHARACTERS
        ? [{ parameter: 'markets' as const, value: view.markets.slice(MOST_CHARACTERS) }]
        : []),
      ...unknown.map((value) => ({ parameter: 'unknown' as const, value })),
    ],
  };
}

/** A form always sends the field, empty, so that no day at all can be told from the usual ones. */
function readDays(parameters: URLSearchParams, reading: ParameterReading<Own>): readonly number[] {
  const texts = parameters.getAll(OWN.days);
  if (texts.length > 0 && texts.every((text) => text === '' || text === NONE)) return [];
  const days = reading.takeList('days', readDay);
  return days.length === 0 ? USUAL_DAYS : days.sort((a, b) => a - b);
}

/** What rounds take of a siting question. */
function sharedOf(view: SitingView): Omit<SitingView, keyof typeof NOT_ASKED> {
  return Object.fromEntries(Object.entries(view).filter(([name]) => !(name in NOT_ASKED))) as Omit<
    SitingView,
    keyof typeof NOT_ASKED
  >;
}

/** What fits, cut after a whole line. */
const cutLines = (text: string): string =>
  text.length <= MOST_CHARACTERS ? text : text.slice(0, text.lastIndexOf('\n', MOST_CHARACTERS)).trim();

/** The parameters of a view, without the leading `?`; empty for the default view. Defaults never appear. */
export function writeRoundsView(view: RoundsView): string {
  const usual = DEFAULT_ROUNDS_VIEW;
  const { limit: _limit, candidates: _candidates, ...shared } = view;
  const parameters = new URLSearchParams(
    writeSitingView({ ...DEFAULT_SITING_VIEW, ...pick(shared, Object.keys(sharedOf(DEFAULT_SITING_VIEW))) }),
  );
  const put = (name: Own, value: string, isUsual: boolean): void => {
    if (!isUsual && value !== '') parameters.set(OWN[name], value);
  };
  put('limit', String(view.limit), view.limit === usual.limit);
  put('candidates', CANDIDATE_WORDS[view.candidates], view.candidates === usual.candidates);
  put('teams', String(view.teams), view.teams === usual.teams);
  put('bases', view.bases.join(LIST_SEPARATOR), false);
  put(
    'days',
    view.days.map((day) => WEEKDAYS[day]).join(LIST_SEPARATOR) || NONE,
    view.days.join() === USUAL_DAYS.join(),
  );
  put('stopsADay', String(view.stopsADay), view.stopsADay === usual.stopsADay);
  put('day', writeHours(view.day), view.day === usual.day);
  put('stop', writeHours(view.stop), view.stop === usual.stop);
  put('leavesAt', writeClock(view.leavesAt), view.leavesAt === usual.leavesAt);
  put('kilometres', String(view.kilometres), view.kilometres === usual.kilometres);
  put('detour', String(view.detour), view.detour === usual.detour);
  put('speed', String(view.speed ?? ''), false);
  put('markets', view.markets, false);
  put('marketsOnly', view.marketsOnly ? '1' : '', false);
  put('plan', (view.plan ?? []).map((codes) => codes.join('.')).join(LIST_SEPARATOR), false);
  return parameters.toString();
}

const pick = <T extends object>(things: T, names: readonly string[]): Partial<T> =>
  Object.fromEntries(Object.entries(things).filter(([name]) => names.includes(name))) as Partial<T>;

/** The address of rounds: `/implantation/tournees`, or `/implantation/tournees?…`. */
export function roundsAddress(view: RoundsView, path = '/implantation/tournees'): string {
  const query = writeRoundsView(view);
  return query === '' ? path : `${path}?${query}`;
}
