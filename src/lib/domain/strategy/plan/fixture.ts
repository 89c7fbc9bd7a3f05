import fc from 'fast-check';
import { ACTION_STATUSES, FUNDING_STATUSES } from '../record/item-kind.ts';
import type { CountedScenario, CountedSite } from '../model/counted-scenario.ts';
import type { Action, Cost, Funding, Gap, Strategy } from '../model/strategy.ts';
import type { Gazetteer } from './located-action.ts';

/** For tests alone: actions and strategies that say nothing but what is given. */
export const anAction = (given: Partial<Action> = {}): Action => ({
  id: 'action',
  name: '',
  status: 'planned',
  model: '',
  gaps: [],
  need: '',
  public: '',
  description: '',
  prerequisites: '',
  lead: '',
  partners: '',
  entrusted: '',
  scenario: '',
  places: [],
  from: '',
  to: '',
  expected: null,
  counted: null,
  costs: [],
  funding: [],
  indicators: [],
  entries: [],
  ...given,
});

/** A gap that says nothing but what is given. */
export const aGap = (given: Partial<Gap> = {}): Gap => ({
  id: 'gap',
  name: '',
  kind: 'distance',
  query: '',
  communes: [],
  people: null,
  measured: '',
  day: '',
  impact: null,
  feasibility: null,
  argument: '',
  ...given,
});

/** A line of funding. */
export const aFunding = (given: Partial<Funding> = {}): Funding => ({
  id: 'funding',
  funder: '',
  organisation: '',
  year: null,
  amount: null,
  status: 'asked',
  ...given,
});

/** A line of cost. */
export const aCost = (given: Partial<Cost> = {}): Cost => ({
  id: 'cost',
  label: '',
  year: null,
  amount: null,
  nature: 'running',
  ...given,
});

/** A scenario that opens some sites, for an action whose scenario is « q=1 ». */
export const aCount = (sites: Partial<CountedSite>[], gained = 0): CountedScenario => ({
  query: 'q=1',
  day: '2026-11-01',
  territory: 'Isère (38)',
  question: 'habitants, à 10 km',
  people: { all: 1000, before: 100, after: 100 + gained, gained },
  sites: sites.map((site) => ({ name: 'Site', commune: null, lon: null, lat: null, hours: null, ...site })),
  cost: 0,
  sources: [],
});

/** A strategy that says nothing but what is given. */
export const aStrategy = (given: Partial<Strategy> = {}): Strategy => ({
  id: 'root',
  name: '',
  territory: '38',
  sponsor: '',
  pilot: '',
  team: '',
  from: null,
  to: null,
  context: '',
  voices: '',
  aims: '',
  governance: '',
  envelope: null,
  revision: '',
  followUp: '',
  actors: [],
  gaps: [],
  actions: [],
  bodies: [],
  passages: [],
  ...given,
});

/** Codes of the communes of what is drawn at random. */
export const CODES = ['a', 'b', 'c', 'd', 'e'] as const;

const orNull = <T>(of: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(of, { nil: null });
const code = fc.constantFrom(...CODES);

/** Lines of funding of four funders and none. */
export const fundings: fc.Arbitrary<Funding[]> = fc.array(
  fc
    .record({
      funder: fc.constantFrom('', 'Département', 'département ', 'Caisse', 'État', 'Fondation'),
      amount: orNull(fc.nat(9_000)),
      year: orNull(fc.integer({ min: 2026, max: 2029 })),
      status: fc.constantFrom(...FUNDING_STATUSES),
    })
    .map(aFunding),
  { maxLength: 5 },
);

const counts = fc
  .array(fc.record({ commune: orNull(code), hours: orNull(fc.nat(40)) }), { maxLength: 4 })
  .chain((sites) => fc.nat(500).map((gained) => aCount(sites, gained)));

/** Actions of a strategy whose gaps are « g0 » and « g1 ». */
export const actions: fc.Arbitrary<Action[]> = fc
  .array(
    fc.record({
      status: fc.constantFrom(...ACTION_STATUSES),
      lead: fc.constantFrom('', 'Ville', 'ville', 'Association'),
      gaps: fc.subarray(['g0', 'g1']),
      places: fc.subarray(['p-a', 'p-b', 'p-nowhere']),
      scenario: fc.constantFrom('', 'q=1', 'q=2'),
      counted: orNull(counts),
      expected: orNull(fc.nat(900)),
      from: fc.constantFrom('', '2026-03', '2027-01', '2028-12'),
      to: fc.constantFrom('', '2026-12', '2027-06', '2029-02'),
      costs: fc.array(
        fc
          .record({ amount: orNull(fc.nat(9_000)), year: orNull(fc.integer({ min: 2026, max: 2029 })) })
          .map(aCost),
        {
          maxLength: 3,
        },
      ),
      funding: fundings,
    }),
    { maxLength: 6 },
  )
  .map((list) => list.map((given, at) => anAction({ ...given, id: `a${at}`, name: `Action ${at}` })));

/** What is known beside the strategies drawn at random: « p-a » stands in « a », « e » has no inhabitants known. */
export const gazetteer: Gazetteer = {
  communeOfPlace: (id) => (id === 'p-nowhere' ? null : id.slice(2)),
  inhabitants: (commune) => (commune === 'e' ? null : 100 * (CODES.indexOf(commune as 'a') + 1)),
};
