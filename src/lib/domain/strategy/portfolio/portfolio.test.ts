import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { budgetOf, funderKey } from '../model/budget.ts';
import { actions, aCount, aFunding, aGap, anAction, aStrategy, CODES, gazetteer } from '../plan/fixture.ts';
import { beforeAfterOf } from './before-after.ts';
import { shareByCommune } from './commune-lines.ts';
import { concentrationsOf, directionOf } from './concentration.ts';
import { filterPortfolio, type PortfolioFilter } from './filter-portfolio.ts';
import { fundedCommunes, isPartlyLost } from './funded-communes.ts';
import { overlapsOf } from './overlaps.ts';
import type { FactsOf, HeldStrategy } from './portfolio.ts';
import { territoryLines, wholeLine } from './territory-lines.ts';
import { totalsOf } from './totals.ts';

const EVERYTHING: PortfolioFilter = { funder: '', territory: '', from: null, to: null };

const factsOf: FactsOf = (commune) => ({
  inhabitants: gazetteer.inhabitants(commune),
  need: commune === 'd' ? null : 10 * (CODES.indexOf(commune as 'a') + 1) ** 2,
});

const gaps = [aGap({ id: 'g0', communes: ['a', 'b'], people: 50 }), aGap({ id: 'g1', communes: ['c', 'e'] })];

const portfolios: fc.Arbitrary<HeldStrategy[]> = fc
  .array(
    fc.record({
      territory: fc.constantFrom('38', '200040715'),
      actions,
      communes: fc.subarray([...CODES], { minLength: 1 }),
    }),
    { maxLength: 4 },
  )
  .map((list) =>
    list.map(({ territory, actions: held, communes }, at) => ({
      id: `s${at}`,
      owner: '',
      strategy: aStrategy({ name: `Stratégie ${at}`, territory, gaps, actions: held }),
      communes,
    })),
  );

const linesOf = (list: readonly HeldStrategy[]) =>
  list.flatMap(({ strategy }) => strategy.actions.flatMap(({ funding }) => funding));

describe('a filter', () => {
  it('of nothing keeps all but what was dropped, and says how many', () => {
    fc.assert(
      fc.property(portfolios, (list) => {
        const { strategies, dropped, undated } = filterPortfolio(list, EVERYTHING);
        const all = list.flatMap(({ strategy }) => strategy.actions);
        const kept = strategies.flatMap(({ strategy }) => strategy.actions);
        expect(kept).toEqual(all.filter(({ status }) => status !== 'dropped'));
        expect(dropped).toBe(all.length - kept.length);
        expect(undated).toBe(0);
      }),
    );
  });

  it('of a funder keeps its lines alone; of years, theirs', () => {
    fc.assert(
      fc.property(portfolios, (list) => {
        const { strategies } = filterPortfolio(list, {
          ...EVERYTHING,
          funder: ' CAISSE',
          from: 2027,
          to: 2028,
        });
        const expected = linesOf(filterPortfolio(list, EVERYTHING).strategies).filter(
          ({ funder, year }) => funder === 'Caisse' && (year === 2027 || year === 2028),
        );
        expect(linesOf(strategies)).toEqual(expected);
        for (const { funding } of strategies.flatMap(({ strategy }) => strategy.actions))
          expect(funding.length).toBeGreaterThan(0);
      }),
    );
  });

  it('of years keeps an action that runs then without any money', () => {
    const action = anAction({ from: '2026-05', to: '2028-01' });
    const held = { id: 's', owner: '', communes: [], strategy: aStrategy({ actions: [action] }) };
    const kept = (from: number, to: number) =>
      filterPortfolio([held], { ...EVERYTHING, from, to }).strategies[0]?.strategy.actions.length;
    expect([kept(2027, 2027), kept(2029, 2030)]).toEqual([1, 0]);
  });
});

describe('totals', () => {
  it('are those of the budget, and what is not said is counted apart', () => {
    fc.assert(
      fc.property(actions, (list) => {
        const totals = totalsOf(list);
        const { byStatus, total } = budgetOf(list);
        for (const [status, { sum }] of Object.entries(totals.money))
          expect(sum ?? 0).toBe(byStatus[status as keyof typeof byStatus]);
        expect(totals.cost.sum ?? 0).toBe(total);
        expect(totals.uncounted).toBeLessThanOrEqual(totals.actions);
      }),
    );
  });

  it('of actions without a scenario have no number of places, rather than none', () => {
    expect(totalsOf([anAction()])).toMatchObject({
      places: null,
      hours: { sum: null },
      people: { sum: null, unsaid: 1 },
    });
    expect(totalsOf([])).toMatchObject({ places: 0, hours: { sum: 0 }, people: { sum: 0 } });
    const counted = anAction({ scenario: 'q=1', counted: aCount([{ hours: 12 }, { hours: null }], 40) });
    expect(totalsOf([counted, anAction()])).toMatchObject({
      places: 2,
      hours: { sum: 12, unsaid: 1 },
      uncounted: 1,
      people: { sum: 40, unsaid: 1 },
    });
  });
});

describe('money brought to communes', () => {
  it('loses no euro: what is in communes and what cannot be placed make what is granted or paid', () => {
    fc.assert(
      fc.property(portfolios, (list) => {
        const { lines, located } = shareByCommune(list, factsOf, gazetteer);
        const secured = budgetOf(list.flatMap(({ strategy }) => strategy.actions)).secured;
        const placed = lines.reduce((sum, { euros }) => sum + euros, 0);
        expect(placed + located.nothing).toBeCloseTo(secured, 6);
        expect(located.sites + located.places + located.gaps).toBeCloseTo(placed, 6);
        expect(new Set(lines.map(({ commune }) => commune)).size).toBe(lines.length);
      }),
    );
  });

  it('loses no site either', () => {
    fc.assert(
      fc.property(portfolios, (list) => {
        const { lines, lostPlaces } = shareByCommune(list, factsOf, gazetteer);
        const placed = lines.reduce((sum, { places }) => sum + places, 0);
        expect(placed + lostPlaces).toBe(
          totalsOf(list.flatMap(({ strategy }) => strategy.actions)).places ?? 0,
        );
      }),
    );
  });
});

describe('concentration', () => {
  it('has curves that rise from 0 to 1, and an index between −1 and 1', () => {
    fc.assert(
      fc.property(portfolios, (list) => {
        for (const { curve, index, firstFifth } of concentrationsOf(
          shareByCommune(list, factsOf, gazetteer).lines,
        )) {
          for (const values of [curve.people, curve.amount]) {
            expect(values[0]).toBe(0);
            expect(values.at(-1)).toBeCloseTo(1, 9);
            values.forEach((value, at) =>
              expect(value).toBeGreaterThanOrEqual((values[at - 1] ?? 0) - 1e-12),
            );
          }
          expect(Math.abs(index)).toBeLessThanOrEqual(1);
          expect(firstFifth).toBeGreaterThanOrEqual(0);
          expect(firstFifth).toBeLessThanOrEqual(1 + 1e-9);
        }
      }),
    );
  });

  it('is the same as person by person', () => {
    const line = (commune: string, inhabitants: number, need: number, euros: number) => ({
      commune,
      inhabitants,
      need,
      euros,
      places: 0,
      hours: 0,
    });
    const [euros] = concentrationsOf([
      line('poor', 2, 2, 60),
      line('middle', 3, 1, 30),
      line('rich', 5, 0, 10),
    ]);
    const each = [30, 30, 10, 10, 10, 2, 2, 2, 2, 2];
    const area = each.reduce(
      ({ sum, low }, amount) => ({ sum: sum + (low + low + amount) / 2 / 100 / 10, low: low + amount }),
      { sum: 0, low: 0 },
    );
    expect(euros?.index).toBeCloseTo(1 - 2 * area.sum, 9);
    expect(euros?.firstFifth).toBeCloseTo(0.6, 9);
    expect([euros?.index ?? 0, 0, 0.2].map(directionOf)).toEqual(['toward', 'even', 'away']);
  });
});

describe('need against money', () => {
  it('counts a commune once in the whole, and adds the money of every perimeter', () => {
    fc.assert(
      fc.property(portfolios, (list) => {
        const lines = territoryLines(list, factsOf);
        const whole = wholeLine(list, factsOf);
        expect(lines.reduce((sum, { secured }) => sum + (secured.sum ?? 0), 0)).toBe(whole.secured.sum ?? 0);
        expect(lines.reduce((sum, { totals }) => sum + totals.actions, 0)).toBe(whole.totals.actions);
        const once = [...new Set(list.flatMap(({ communes }) => communes))];
        const known = once.flatMap((commune) => factsOf(commune).need ?? []);
        if (known.length > 0) expect(whole.need.sum).toBe(known.reduce((sum, one) => sum + one, 0));
        for (const { eurosPerPerson, peoplePerEuro } of lines)
          if (eurosPerPerson && peoplePerEuro) expect(eurosPerPerson * peoplePerEuro).toBeCloseTo(1, 9);
      }),
    );
  });

  it('of a perimeter that is not known any more has no need, rather than none', () => {
    const held = { id: 's', owner: '', communes: [], strategy: aStrategy() };
    expect(territoryLines([held], factsOf)[0]).toMatchObject({ need: { sum: null }, eurosPerPerson: null });
  });
});

describe('overlaps', () => {
  it('are those of a count over every pair of lines', () => {
    fc.assert(
      fc.property(portfolios, (list) => {
        const { funders, cells, shared } = overlapsOf(list);
        const all = list.flatMap(({ strategy }) => strategy.actions);
        const engaged = all.map(({ funding }) =>
          funding.filter(
            ({ status, funder }) => ['asked', 'granted', 'paid'].includes(status) && funder !== '',
          ),
        );
        const has = (lines: (typeof engaged)[number], funder: string) =>
          lines.some((line) => funderKey(line.funder) === funderKey(funder));
        funders.forEach((a, row) =>
          funders.forEach((b, column) => {
            const both = engaged.filter((lines) => has(lines, a) && has(lines, b));
            const euros = both
              .flat()
              .filter(({ funder }) => [funderKey(a), funderKey(b)].includes(funderKey(funder)))
              .reduce((sum, { amount }) => sum + (amount ?? 0), 0);
            expect(cells[row]?.[column]?.actions).toBe(both.length);
            expect(cells[row]?.[column]?.euros.sum ?? 0).toBe(euros);
            expect(cells[row]?.[column]).toEqual(cells[column]?.[row]);
          }),
        );
        expect(shared).toHaveLength(
          engaged.filter((lines) => new Set(lines.map(({ funder }) => funderKey(funder))).size > 1).length,
        );
      }),
    );
  });
});

describe('communes with funded actions', () => {
  const held = (given: Parameters<typeof anAction>[0]) => ({
    id: 's',
    owner: '',
    communes: [...CODES],
    strategy: aStrategy({ gaps, actions: [anAction(given)] }),
  });
  const paid = [aFunding({ status: 'paid', amount: null })];

  it('are those of sites and of the gaps answered, the amount said or not', () => {
    const action = { gaps: ['g1'], scenario: 'q=1', counted: aCount([{ commune: 'a' }]), funding: paid };
    expect([...fundedCommunes([held(action)], gazetteer)].sort()).toEqual(['a', 'c', 'e']);
  });

  it('are none where money is only asked for, or the action dropped', () => {
    expect(fundedCommunes([held({ gaps: ['g1'], funding: [aFunding()] })], gazetteer).size).toBe(0);
    expect(fundedCommunes([held({ gaps: ['g1'], status: 'dropped', funding: paid })], gazetteer).size).toBe(
      0,
    );
  });

  it('may be short of some, when money says no commune', () => {
    expect(isPartlyLost([held({ funding: paid })], gazetteer)).toBe(true);
    expect(isPartlyLost([held({ gaps: ['g0'], funding: paid })], gazetteer)).toBe(false);
  });
});

it('before and after: a dropped action answers nothing, and a gap without people leaves its sum short', () => {
  const answered = anAction({ id: 'one', gaps: ['g0'], scenario: 'q=1', counted: aCount([], 25) });
  const dropped = anAction({ id: 'two', gaps: ['g1'], status: 'dropped' });
  const { gaps: read, reach } = beforeAfterOf({ gaps, actions: [answered, dropped] });
  expect(read.answered.map(({ id }) => id)).toEqual(['g0']);
  expect(read.answeredPeople).toEqual({ sum: 50, unsaid: 0 });
  expect(read.leftPeople).toEqual({ sum: null, unsaid: 1 });
  expect(reach).toMatchObject([{ before: 100, after: 125, all: 1000 }]);
});
