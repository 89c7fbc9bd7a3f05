import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mayRemove, mayWrite, type Writer } from '../access/may-write.ts';
import { ownStanding, partnerStanding, PARTNER_STANDINGS, reaches, STANDINGS } from '../access/standing.ts';
import { changesBetween, type FrozenFigures } from '../diagnosis/frozen-figures.ts';
import type { Item } from '../record/item.ts';
import { budgetOf, fundersOf } from './budget.ts';
import { readCounted, type CountedScenario } from './counted-scenario.ts';
import { expectedPeople } from './expected-people.ts';
import { prioritiesOf, suggestedImpact } from './priorities.ts';
import { progressOf } from './progress.ts';
import { readStrategy } from './read-strategy.ts';
import { missingOf, STEPS } from './steps.ts';
import type { Cost, Funding, Gap, Indicator, Strategy } from './strategy.ts';

const item = (id: string, kind: Item['kind'], under: string | null, fields: Item['fields'] = {}): Item => ({
  id,
  kind,
  under,
  rank: Number(/\d+$/.exec(id)?.[0] ?? 0),
  fields,
});

const COUNTED: CountedScenario = {
  query: 'territoire=departement-38&nombre=3',
  day: '2026-11-26',
  territory: 'Isère',
  question: 'à 10 km',
  people: { all: 100, before: 60, after: 72.4, gained: 12.4 },
  sites: [{ name: 'Mens', commune: '38226', lon: 5.75, lat: 44.81, hours: 18 }],
  cost: 50_000,
  sources: ['annuaire, 2026'],
};

const ITEMS: Item[] = [
  item('s', 'strategy', null, { name: 'Plan', territory: 'epci-200040715', envelope: '1000.5' }),
  item('g1', 'gap', 's', { name: 'Loin', people: '0', impact: '5', feasibility: '4' }),
  item('a2', 'action', 's', {
    name: 'Bus',
    gaps: 'g1 g9',
    entrusted: 'org',
    scenario: COUNTED.query,
    counted: JSON.stringify(COUNTED),
    expected: '7',
  }),
  item('a1', 'action', 's', { status: 'dropped' }),
  item('c1', 'cost', 'a2', { year: '2027', amount: '100' }),
  item('i1', 'indicator', 'a2', { baseline: '10', target: '20' }),
  item('m2', 'measure', 'i1', { day: '2027-06-01', value: '15' }),
  item('m1', 'measure', 'i1', { day: '2027-01-01', value: '12' }),
  item('m3', 'measure', 'i1', { value: '99' }),
];

const strategy = readStrategy(ITEMS) as Strategy;

describe('readStrategy', () => {
  it('reads items in order, numbers as numbers, and what is not said as nothing', () => {
    expect(strategy.envelope).toBe(1000.5);
    expect(strategy.from).toBeNull();
    expect(strategy.gaps[0]?.people).toBe(0);
    expect(strategy.actions.map(({ id }) => id)).toEqual(['a1', 'a2']);
    expect(strategy.actions[1]?.gaps).toEqual(['g1']);
    expect(strategy.actions[1]?.indicators[0]?.measures.map(({ id }) => id)).toEqual(['m1', 'm2', 'm3']);
    expect(readStrategy(ITEMS.slice(1))).toBeNull();
  });

  it('depends on no order of the items', () =>
    fc.assert(
      fc.property(fc.shuffledSubarray(ITEMS, { minLength: ITEMS.length }), (shuffled) => {
        expect(readStrategy(shuffled)).toEqual(strategy);
      }),
    ));
});

describe('expected people', () => {
  const action = strategy.actions[1] as Strategy['actions'][number];

  it('are those of the scenario that was counted, else those that were typed', () => {
    expect(expectedPeople(action)).toBe(12);
    expect(expectedPeople({ ...action, scenario: 'another=1' })).toBe(7);
    expect(expectedPeople({ ...action, scenario: '', expected: null })).toBeNull();
  });

  it('a text that is no count is none', () => {
    expect(readCounted(JSON.stringify(COUNTED))).toEqual(COUNTED);
    for (const text of [
      '',
      '{',
      '[]',
      'null',
      '{"query":"a","day":"b"}',
      JSON.stringify({ ...COUNTED, people: { all: '1' } }),
    ])
      expect(readCounted(text)).toBeNull();
  });
});

describe('budget', () => {
  const year = fc.option(fc.integer({ min: 2026, max: 2030 }));
  const amount = fc.option(fc.integer({ min: 0, max: 1_000_000 }));
  const cost: fc.Arbitrary<Cost> = fc.record({
    id: fc.string(),
    label: fc.string(),
    year,
    amount,
    nature: fc.constant('running' as const),
  });
  const funding: fc.Arbitrary<Funding> = fc.record({
    id: fc.string(),
    funder: fc.constantFrom('État', 'état ', 'Département', ''),
    organisation: fc.constant(''),
    year,
    amount,
    status: fc.constantFrom(
      'considered' as const,
      'asked' as const,
      'granted' as const,
      'paid' as const,
      'refused' as const,
    ),
  });
  const actions = fc.array(fc.record({ id: fc.uuid(), costs: fc.array(cost), funding: fc.array(funding) }));

  it('years add up to the totals, and funders to what is not refused', () =>
    fc.assert(
      fc.property(actions, (list) => {
        const budget = budgetOf(list);
        const sum = (amounts: readonly number[]): number => amounts.reduce((total, one) => total + one, 0);
        expect(sum(budget.costs)).toBe(budget.total);
        const { refused, ...coming } = budget.byStatus;
        expect(refused).toBeGreaterThanOrEqual(0);
        expect(sum(budget.funded)).toBe(sum(Object.values(coming)));
        expect(budget.unfunded).toBe(Math.max(0, budget.total - sum(budget.funded)));
        const funders = fundersOf(list);
        expect(sum(funders.map(({ total }) => total))).toBe(sum(budget.funded));
        expect(sum(funders.map(({ secured }) => secured))).toBe(budget.secured);
        expect(new Set(funders.map(({ funder }) => funder.toLocaleLowerCase('fr').trim())).size).toBe(
          funders.length,
        );
      }),
    ));

  it('lines without an amount are said, not counted as zero', () => {
    expect(
      budgetOf([{ costs: [{ id: '', label: '', year: null, amount: null, nature: 'running' }], funding: [] }])
        .unsaid,
    ).toBe(1);
  });
});

describe('progress', () => {
  const indicator = strategy.actions[1]?.indicators[0] as Indicator;

  it('follows the last dated measure between baseline and target', () => {
    expect(progressOf(indicator)).toMatchObject({ last: { value: 15 }, share: 0.5, state: 'going' });
    expect(progressOf({ ...indicator, target: 15 })).toMatchObject({ share: 1, state: 'reached' });
    expect(progressOf({ ...indicator, baseline: 16 })).toMatchObject({ state: 'away' });
    expect(progressOf({ ...indicator, target: null })).toMatchObject({ share: null, state: 'untold' });
    expect(progressOf({ ...indicator, measures: [] })).toEqual({
      last: null,
      share: null,
      state: 'unmeasured',
    });
    expect(progressOf({ ...indicator, baseline: 30, target: 15, direction: 'down' })).toMatchObject({
      state: 'reached',
    });
  });
});

describe('priorities', () => {
  const gap = (
    id: string,
    impact: number | null,
    feasibility: number | null,
    people: number | null,
  ): Gap => ({
    ...(strategy.gaps[0] as Gap),
    id,
    impact,
    feasibility,
    people,
  });

  it('come by impact × feasibility, then by people, what is not scored last', () => {
    const list = [
      gap('a', 2, 5, 10),
      gap('b', 5, 2, 20),
      gap('c', null, 5, 99),
      gap('d', 5, 5, null),
      gap('e', 1, 1, 5),
    ];
    expect(prioritiesOf(list).map((one) => [one.gap.id, one.score, one.quadrant])).toEqual([
      ['d', 25, 'first'],
      ['b', 10, 'prepare'],
      ['a', 10, 'easy'],
      ['e', 1, 'later'],
      ['c', null, null],
    ]);
  });

  it('suggests an impact from the people, never from what is unknown', () => {
    const list = [
      gap('a', null, null, 100),
      gap('b', null, null, 41),
      gap('c', null, null, null),
      gap('d', null, null, 0),
    ];
    expect(list.map((one) => suggestedImpact(one, list))).toEqual([5, 3, null, 1]);
  });
});

it('a step lacks what it lacks, and dropped actions lack nothing', () => {
  const missing = missingOf(strategy, 'stale', '2027-12-31');
  const lacks = (step: (typeof STEPS)[number]): string[] =>
    missing.filter((one) => one.step === step).map(({ lack }) => lack);
  expect(lacks('perimeter')).toEqual(['sponsor', 'pilot', 'years']);
  expect(lacks('diagnosis')).toEqual(['staleDiagnosis', 'voices']);
  expect(lacks('actions')).toEqual(['actionDates']);
  expect(missing.find(({ lack }) => lack === 'targets')?.count).toBe(1);
});

it('no step of an empty strategy is complete', () => {
  const empty = {
    ...strategy,
    actors: [],
    gaps: [],
    actions: [],
    bodies: [],
    governance: '',
    revision: '2028',
  };
  const missing = missingOf(empty, 'none', '2027-12-31');
  expect(new Set(missing.map(({ step }) => step))).toEqual(new Set(STEPS));
  expect(missing.filter(({ step }) => step === 'priorities').map(({ lack }) => lack)).toEqual(['gaps']);
  for (const step of ['budget', 'followUp'])
    expect(missing.filter((one) => one.step === step).map(({ lack }) => lack)).toEqual(['actions']);
});

describe('who may write', () => {
  const writer = (standing: Writer['standing'], organisation: string | null = 'org'): Writer => ({
    standing,
    organisation,
  });
  const at = (id: string): Item => ITEMS.find((one) => one.id === id) as Item;

  it('a contributor writes the actions entrusted to them, and what stands under', () => {
    for (const id of ['a2', 'c1', 'm1']) expect(mayWrite(writer('contributor'), at(id), ITEMS)).toBe(true);
    for (const id of ['s', 'g1', 'a1']) expect(mayWrite(writer('contributor'), at(id), ITEMS)).toBe(false);
    expect(mayWrite(writer('contributor', 'other'), at('a2'), ITEMS)).toBe(false);
    expect(mayWrite(writer('contributor', null), at('a1'), ITEMS)).toBe(false);
    expect(mayWrite(writer('contributor'), at('a2'), ITEMS, 'entrusted')).toBe(false);
    expect(mayWrite(writer('contributor'), at('a2'), ITEMS, 'name')).toBe(true);
    expect(mayRemove(writer('contributor'), at('a2'), ITEMS)).toBe(false);
    expect(mayRemove(writer('contributor'), at('c1'), ITEMS)).toBe(true);
    for (const one of ITEMS) expect(mayWrite(writer('commenter'), one, ITEMS)).toBe(false);
    for (const one of ITEMS) expect(mayWrite(writer('editor'), one, ITEMS)).toBe(true);
  });

  it('a partner may never do more than given, nor than their role', () => {
    for (const given of PARTNER_STANDINGS)
      for (const role of ['reader', 'editor', 'administrator'] as const) {
        const standing = partnerStanding(given, role);
        expect(reaches(given, standing)).toBe(true);
        expect(standing).not.toBe('owner');
        if (role === 'reader') expect(reaches('commenter', standing)).toBe(true);
      }
    expect(STANDINGS.indexOf(ownStanding('administrator'))).toBe(STANDINGS.length - 1);
  });
});

it('what changed between two days is told in the order of the later one', () => {
  const figure = (id: string, text: string) => ({
    id,
    label: id,
    text,
    value: null,
    year: '2021',
    source: 's',
  });
  const day = (figures: FrozenFigures['figures'], edition: string): FrozenFigures => ({
    day: '2026-01-01',
    territory: 't',
    name: 'T',
    editions: [{ source: 'a', title: 'A', edition, loaded: '2026-01-01' }],
    figures,
  });
  const was = day([figure('x', '1'), figure('gone', '2'), figure('same', '3')], '2025');
  const is = day([figure('new', '4'), figure('x', '5'), figure('same', '3')], '2026');
  const changes = changesBetween(was, is);
  expect(changes.figures.map((one) => [one.was?.text, one.is?.text])).toEqual([
    [undefined, '4'],
    ['1', '5'],
    ['2', undefined],
  ]);
  expect([changes.same, changes.editions.length, changes.moved]).toEqual([1, 1, false]);
  expect(changesBetween(was, was)).toMatchObject({ figures: [], editions: [], same: 3 });
  expect(changesBetween(was, { ...is, territory: 'u' })).toMatchObject({ moved: true, figures: [] });
});
