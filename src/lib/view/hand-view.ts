import {
  HELPERS,
  HOURS,
  isUntouched,
  MOST_EDITS,
  NO_EDITS,
  withPlace,
  type AddedSite,
  type HandEdits,
} from '../domain/siting/hand/edits.ts';
import {
  GRAMMAR_VERSION,
  readAmount,
  readPlaceEdit,
  readSite,
  writePlaceEdit,
  writeSite,
  type EditFault,
} from './edit-grammar.ts';
import { DEFAULT_LIMIT } from './gaps-view.ts';
import { readInteger } from './read-values.ts';
import {
  DEFAULT_SITING_VIEW,
  readSitingView,
  writeSitingView,
  type IgnoredSitingParameter,
  type SitingView,
} from './siting-view.ts';

/** A scenario made by hand. Everything in it stands in the address; nothing else does. */
export interface HandView {
  /** The question it comes from: who, where, what is asked of places, the limit, what counts, the prices. */
  question: SitingView;
  edits: HandEdits;
  /** What an added site gives that does not say: hours a week of each who helps, and those who help. */
  defaults: { hours: number; helpers: number };
  /** Euros a year of each who helps, beside the price of the site. */
  helperPrice: number;
  /** Hours a week for 10,000 inhabitants under which access is short. */
  least: number;
}

/** Half of a working week and one who helps: what the price of a site of its own is an order of. */
export const DEFAULT_STAFFING = { hours: 18, helpers: 1 } as const;
export const DEFAULT_LEAST = 10;
export const MOST_LEAST = 1_000;
const MOST_EUROS = 1_000_000;

export const DEFAULT_HAND_VIEW: HandView = {
  question: DEFAULT_SITING_VIEW,
  edits: NO_EDITS,
  defaults: DEFAULT_STAFFING,
  helperPrice: 0,
  least: DEFAULT_LEAST,
};

/** Names of the parameters that the question has not; `docs/url.md` is their grammar. */
export const HAND_PARAMETERS = {
  version: 'v',
  site: 'ajout',
  place: 'lieu',
  hours: 'heures',
  helpers: 'equipe',
  helperPrice: 'prixaide',
  least: 'mini',
} as const;

type Parameter = keyof typeof HAND_PARAMETERS;

/** What was not followed of the parameters of a scenario. */
export type IgnoredEdit =
  /** A value that falls back. */
  | { kind: 'value'; parameter: Exclude<Parameter, 'site' | 'place'>; value: string }
  /** A part of an edit; the rest of it is kept, when what it is about is understood. */
  | { kind: 'edit'; parameter: 'site' | 'place'; value: string; fault: EditFault }
  /** Edits past the most that a scenario holds. */
  | { kind: 'many'; parameter: 'site' | 'place'; count: number }
  /** A place changed twice: both are kept together, the last word counting. */
  | { kind: 'twice'; id: string };

/** Whether the parameters of an address are those of a scenario by hand: they say the version of its grammar. */
export const isHandQuery = (query: string): boolean =>
  new URLSearchParams(query).has(HAND_PARAMETERS.version);

/** A question as a scenario by hand counts it: in kilometres, the usual ones instead of minutes, as many people as come. */
const byKilometres = (question: SitingView): SitingView => ({
  ...question,
  unit: 'km',
  limit: question.unit === 'km' ? question.limit : DEFAULT_LIMIT,
  capacity: null,
});

/**
 * Reads the scenario of an address. Never throws: what is not understood falls back, one part at a time, and is
 * listed; `extra` are the names of parameters that the page knows beside.
 */
export function readHandView(
  parameters: URLSearchParams,
  extra: readonly string[] = [],
): { view: HandView; ignored: IgnoredSitingParameter[]; ignoredEdits: IgnoredEdit[] } {
  const own = new Set<string>([...Object.values(HAND_PARAMETERS), ...extra]);
  const rest = new URLSearchParams([...parameters].filter(([name]) => !own.has(name)));
  const { view: asked, ignored } = readSitingView(rest);
  const question = byKilometres(asked);
  if (asked.unit !== question.unit) ignored.push({ parameter: 'unit', value: asked.unit });
  const ignoredEdits: IgnoredEdit[] = [];
  const take = <T>(
    parameter: Exclude<Parameter, 'site' | 'place'>,
    fallback: T,
    read: (text: string) => T | undefined,
  ): T => {
    const value = parameters.getAll(HAND_PARAMETERS[parameter]).at(-1) ?? '';
    if (value === '') return fallback;
    const meant = read(value);
    if (meant === undefined) ignoredEdits.push({ kind: 'value', parameter, value });
    return meant ?? fallback;
  };
  take('version', GRAMMAR_VERSION, (text) =>
    text === String(GRAMMAR_VERSION) ? GRAMMAR_VERSION : undefined,
  );
  const view: HandView = {
    question,
    defaults: {
      hours: take<number>('hours', DEFAULT_STAFFING.hours, (text) => readAmount(text, HOURS)),
      helpers: take<number>('helpers', DEFAULT_STAFFING.helpers, (text) => readAmount(text, HELPERS)),
    },
    helperPrice: take('helperPrice', 0, (text) => readInteger(text, 0, MOST_EUROS)),
    least: take('least', DEFAULT_LEAST, (text) => readInteger(text, 1, MOST_LEAST)),
    edits: readEdits(parameters, ignoredEdits),
  };
  return { view, ignored, ignoredEdits };
}

function readEdits(parameters: URLSearchParams, ignored: IgnoredEdit[]): HandEdits {
  const read = <Edit>(
    parameter: 'site' | 'place',
    reader: (text: string) => { edit: Edit | null; faults: EditFault[] },
  ): Edit[] =>
    parameters
      .getAll(HAND_PARAMETERS[parameter])
      .filter(Boolean)
      .flatMap((value) => {
        const { edit, faults } = reader(value);
        for (const fault of new Set(faults)) ignored.push({ kind: 'edit', parameter, value, fault });
        return edit === null ? [] : [edit];
      });
  const cut = <Edit>(parameter: 'site' | 'place', edits: readonly Edit[]): readonly Edit[] => {
    if (edits.length > MOST_EDITS) ignored.push({ kind: 'many', parameter, count: edits.length });
    return edits.slice(0, MOST_EDITS);
  };
  const added: readonly AddedSite[] = cut('site', read('site', readSite));
  let edits: HandEdits = { added, places: [] };
  const asked = read('place', readPlaceEdit).filter((edit) => !isUntouched(edit));
  const distinct = new Set(asked.map(({ id }) => id));
  const kept = new Set(cut('place', [...distinct]));
  for (const { id, ...change } of asked) {
    if (!kept.has(id)) continue;
    const before = edits.places.find((one) => one.id === id);
    if (before) ignored.push({ kind: 'twice', id });
    edits = withPlace(edits, id, {
      closed: change.closed || (before?.closed ?? false),
      moved: change.moved ?? before?.moved ?? null,
      hours: change.hours ?? before?.hours ?? null,
      helpers: change.helpers ?? before?.helpers ?? null,
      moments: [...new Set([...(before?.moments ?? []), ...change.moments])],
    });
  }
  return edits;
}

/** The parameters of a scenario, without the leading `?`: always its version, then what is not a default. */
export function writeHandView({ question, edits, defaults, helperPrice, least }: HandView): string {
  const parameters = new URLSearchParams([[HAND_PARAMETERS.version, String(GRAMMAR_VERSION)]]);
  for (const [name, value] of new URLSearchParams(writeSitingView(question))) parameters.append(name, value);
  const number = (name: Parameter, value: number, usual: number): void => {
    if (value !== usual) parameters.set(HAND_PARAMETERS[name], String(value));
  };
  number('hours', defaults.hours, DEFAULT_STAFFING.hours);
  number('helpers', defaults.helpers, DEFAULT_STAFFING.helpers);
  number('helperPrice', helperPrice, 0);
  number('least', least, DEFAULT_LEAST);
  for (const site of edits.added) parameters.append(HAND_PARAMETERS.site, writeSite(site));
  for (const edit of edits.places) parameters.append(HAND_PARAMETERS.place, writePlaceEdit(edit));
  return parameters.toString();
}

/** The address of a scenario on the page where it is made. */
export const handAddress = (view: HandView): string => `/implantation/atelier?${writeHandView(view)}`;

/** A question taken over by hand, with the sites of a proposal and the places that it closes: all of them, however many. */
export const handOfProposal = (
  question: SitingView,
  sites: readonly AddedSite['where'][],
  closes: readonly string[],
): HandView => ({
  ...DEFAULT_HAND_VIEW,
  question: byKilometres(question),
  edits: {
    added: sites.map((where) => ({ where, hours: null, helpers: null })),
    places: closes.map((id) => ({ id, closed: true, moved: null, hours: null, helpers: null, moments: [] })),
  },
});
