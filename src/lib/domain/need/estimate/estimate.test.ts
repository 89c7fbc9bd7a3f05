import { beforeAll, describe, expect, it } from 'vitest';
import { RandomStream } from '../../random/stream.ts';
import { groupCell } from './columns.ts';
import type { CommuneRate } from './commune-rate.ts';
import { estimatePoverty, type Estimate } from './estimate.ts';
import { withheldBound, type EstimateInputs } from './inputs.ts';
import { inventCountry, reorder, type Synthetic } from './synthetic.ts';

const estimated = (inputs: EstimateInputs): Estimate => {
  const { estimate } = estimatePoverty(inputs);
  if (!estimate) throw new Error('the invented country is large enough to learn from');
  return estimate;
};

describe('an invented country', () => {
  let country: Synthetic;
  let estimate: Estimate;
  let withheld: number[];

  beforeAll(() => {
    country = inventCountry(7, 2_500);
    estimate = estimated(country.inputs);
    withheld = country.inputs.standing.flatMap((standing, i) => (standing === 'withheld' ? [i] : []));
  });

  const rateOf = (i: number): CommuneRate => estimate.rates[i] as CommuneRate;
  const errors = (rows: readonly number[]): number[] =>
    rows.map((i) => 100 * (rateOf(i).value - (country.truth[i] as number)));
  const mean = (values: readonly number[]): number =>
    values.reduce((sum, value) => sum + value, 0) / values.length;

  it('finds what was hidden, without leaning to one side', () => {
    const large = withheld.filter((i) => (country.inputs.people[i] as number) > 500);
    expect(large.length).toBeGreaterThan(300);
    expect(mean(errors(large).map(Math.abs))).toBeLessThan(1.8);
    expect(Math.abs(mean(errors(large)))).toBeLessThan(0.5);
  });

  it('gives intervals that hold the truth about nine times out of ten, small communes included', () => {
    const inside = withheld.filter((i) => {
      const { low, high } = rateOf(i);
      return (country.truth[i] as number) >= low && (country.truth[i] as number) <= high;
    });
    expect(inside.length / withheld.length).toBeGreaterThan(0.85);
    expect(inside.length / withheld.length).toBeLessThan(0.97);
  });

  it('keeps every interval in order, and under the bound that secrecy implies', () => {
    let bounded = 0;
    for (const i of withheld) {
      const { value, low, high, how } = rateOf(i);
      expect(low).toBeGreaterThanOrEqual(0);
      expect(low).toBeLessThanOrEqual(value);
      expect(value).toBeLessThanOrEqual(high);
      expect(high).toBeLessThanOrEqual(1);
      if (how !== 'detail') continue;
      bounded++;
      expect(high).toBeLessThanOrEqual(withheldBound(country.inputs, i) + 1e-12);
    }
    expect(bounded).toBeGreaterThan(20);
  });

  it('leaves what is published as it is', () => {
    country.inputs.standing.forEach((standing, i) => {
      if (standing === 'withheld') return;
      expect(rateOf(i)).toMatchObject({ how: 'published', value: (country.inputs.rate[i] as number) / 100 });
    });
  });

  it('widens with what is not known of a commune', () => {
    const width = (how: CommuneRate['how']): number =>
      mean(withheld.filter((i) => rateOf(i).how === how).map((i) => rateOf(i).high - rateOf(i).low));
    expect(width('detail')).toBeLessThan(width('median'));
    expect(width('median')).toBeLessThan(width('context'));
  });

  it('puts communes together with an interval that holds the truth of groups', () => {
    const figure = { people: estimate.people, kind: 'rate' } as const;
    // A rate published as « 5 or less » counts as 5, which a group's truth may lie well under.
    const groups = [...new Set(country.inputs.epci)]
      .map((group) =>
        country.inputs.standing.flatMap((_, i) => (country.inputs.epci[i] === group ? [i] : [])),
      )
      .filter((rows) => rows.every((i) => country.inputs.standing[i] !== 'floor'));
    expect(groups.length).toBeGreaterThan(30);
    const inside = groups.filter((rows) => {
      const cell = groupCell(country.inputs, estimate, figure, rows);
      const people = rows.reduce((sum, i) => sum + (estimate.people[i] as number), 0);
      const truth =
        (100 *
          rows.reduce((sum, i) => sum + (estimate.people[i] as number) * (country.truth[i] as number), 0)) /
        people;
      expect(cell.state).toBe('estimated');
      return truth >= (cell.interval?.[0] as number) && truth <= (cell.interval?.[1] as number);
    });
    expect(inside.length / groups.length).toBeGreaterThan(0.8);
  });

  it('judges itself better than the mean of the département', () => {
    for (const { published, naive } of estimate.report.validations) {
      expect(published.mae).toBeLessThan(naive.mae / 2);
      expect(published.spearman).toBeGreaterThan(naive.spearman as number);
    }
  });

  it('gives the same figures again, and for the communes in any other order', () => {
    const again = estimated(country.inputs);
    expect(again.rates).toEqual(estimate.rates);
    const stream = new RandomStream(3);
    const order = Array.from({ length: country.inputs.count }, (_, i) => i);
    for (let i = order.length - 1; i > 0; i--) {
      const j = stream.below(i + 1);
      [order[i], order[j]] = [order[j] as number, order[i] as number];
    }
    const shuffled = estimated(reorder(country.inputs, order));
    order.forEach((former, i) => {
      expect(shuffled.rates[i]?.value).toBeCloseTo(rateOf(former).value, 9);
      expect(shuffled.rates[i]?.high).toBeCloseTo(rateOf(former).high, 9);
    });
  });
});

it('declines where too little is published, and says how little', () => {
  const { inputs } = inventCountry(1, 80);
  expect(estimatePoverty(inputs)).toMatchObject({
    estimate: null,
    report: { outcome: 'declined', needed: 50 },
  });
});

it('leaves out what the source does not cover', () => {
  const { inputs } = inventCountry(5, 900);
  const outside = {
    ...inputs,
    standing: inputs.standing.map((s, i) => (i === 0 ? ('outside' as const) : s)),
  };
  expect(estimated(outside).rates[0]).toBeNull();
});
