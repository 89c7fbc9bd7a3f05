import { AUDIENCES, type Audience } from '../domain/strategy/library/audience.ts';
import type { LibraryQuestion } from '../domain/strategy/library/library.ts';
import { NEED_KINDS, type NeedKind } from '../domain/strategy/library/need-kind.ts';
import { ParameterReading, unknownParameters, type Ignored } from './parameter-reading.ts';

/** Names of the parameters in the address; `docs/url.md` is their grammar. */
export const LIBRARY_PARAMETERS = { need: 'besoin', audience: 'public' } as const;

export type IgnoredLibraryParameter = Ignored<keyof typeof LIBRARY_PARAMETERS | 'unknown'>;

/** Words of an address for each need. */
export const NEED_WORDS: Readonly<Record<NeedKind, string>> = {
  distance: 'distance',
  service: 'service',
  hours: 'horaires',
  capacity: 'capacite',
  connection: 'connexion',
  income: 'revenus',
};

/** Words of an address for each public. */
export const AUDIENCE_WORDS: Readonly<Record<Audience, string>> = {
  everyone: 'tous',
  'low-income': 'menages-modestes',
  jobseekers: 'demandeurs-d-emploi',
  young: 'jeunes',
  seniors: 'seniors',
  families: 'familles',
  disabled: 'personnes-handicapees',
  'no-french': 'francais-mal-lu',
  helpers: 'aidants',
};

/**
 * Reads what is looked for in the library of actions. Never throws: what is not understood asks nothing and
 * is listed.
 */
export function readLibraryView(parameters: URLSearchParams): {
  view: LibraryQuestion;
  ignored: IgnoredLibraryParameter[];
} {
  const reading = new ParameterReading(parameters, LIBRARY_PARAMETERS);
  const view: LibraryQuestion = {
    need: reading.take<NeedKind | null>('need', null, (text) =>
      NEED_KINDS.find((kind) => NEED_WORDS[kind] === text),
    ),
    audience: reading.take<Audience | null>('audience', null, (text) =>
      AUDIENCES.find((one) => AUDIENCE_WORDS[one] === text),
    ),
  };
  const unknown = unknownParameters(parameters, Object.values(LIBRARY_PARAMETERS));
  return {
    view,
    ignored: [...reading.ignored, ...unknown.map((value) => ({ parameter: 'unknown' as const, value }))],
  };
}

/** The address of the library, or of one of its sheets among all: `/actions?besoin=…`, `/actions#key`. */
export function libraryAddress({ need, audience }: LibraryQuestion, key = ''): string {
  const parameters = new URLSearchParams();
  if (need !== null) parameters.set(LIBRARY_PARAMETERS.need, NEED_WORDS[need]);
  if (audience !== null) parameters.set(LIBRARY_PARAMETERS.audience, AUDIENCE_WORDS[audience]);
  const query = parameters.toString();
  return `/actions${query === '' ? '' : `?${query}`}${key === '' ? '' : `#${key}`}`;
}

/** Where a strategy starts an action from one of the library. */
export const startAddress = (key: string): string => `/strategies?modele=${encodeURIComponent(key)}`;
