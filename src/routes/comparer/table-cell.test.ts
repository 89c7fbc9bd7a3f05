import { describe, expect, it } from 'vitest';
import { indicator } from '#lib/domain/indicators/catalogue.ts';
import { ABSENT, SECRET, known, type Cell } from '#lib/domain/indicators/value.ts';
import type { ComparedCell } from '#lib/server/queries/comparison.ts';
import { tableCell } from './table-cell.server.ts';

const poverty = indicator('taux-de-pauvrete');
const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');
const compared = (cell: Cell, fields: Partial<ComparedCell> = {}): ComparedCell => ({
  cell,
  hidden: false,
  source: 'filosofi-2021',
  aggregated: false,
  positions: [],
  classes: null,
  ...fields,
});

describe('a figure of the table', () => {
  it('is never a number when it is not known: it says why', () => {
    expect(tableCell(poverty, compared(SECRET))).toMatchObject({
      value: null,
      state: 'Secret statistique',
      figure: null,
    });
    expect(tableCell(poverty, compared(ABSENT))).toMatchObject({ value: null, state: 'Absent de la source' });
    expect(tableCell(poverty, compared(ABSENT, { hidden: true }))).toMatchObject({
      value: null,
      state: 'Estimation masquée',
    });
    const group = { ...ABSENT, state: 'incomplete' } as const;
    expect(tableCell(poverty, compared(group, { hidden: true, aggregated: true }))).toMatchObject({
      state: 'Estimation masquée',
      notes: [],
    });
    const decile = tableCell(indicator('premier-decile'), compared(ABSENT, { aggregated: true }));
    expect(decile.state).toBe('Par commune seulement');
  });

  it('names the known communes only when too few are known', () => {
    const cell = tableCell(
      poverty,
      compared({ state: 'incomplete', value: 17.34, cover: 0.73, marks: [] }, { aggregated: true }),
    );
    expect(cell).toMatchObject({ value: null, state: 'Non calculable', figure: null });
    expect(cell.notes.map(plain)).toEqual(['Communes connues seulement : 17,3 % (73 % des habitants).']);
  });

  it('marks what is estimated, and what is « 5 % ou moins »', () => {
    const estimated = tableCell(poverty, compared({ ...known(14), state: 'estimated' }));
    expect(estimated).toMatchObject({ value: '14', estimated: true, notes: ['estimé'] });
    const spanned = tableCell(
      poverty,
      compared({ ...known(14), state: 'estimated', interval: [11.4, 17.2] }),
    );
    expect(spanned.notes.map(plain)).toEqual(['estimé, entre 11 et 17 %']);
    expect(tableCell(poverty, compared(known(5, ['floor']))).unit).toBe('% ou moins');
  });

  it('signs a change', () => {
    const evolution = indicator('evolution-2013-2018');
    expect(tableCell(evolution, compared(known(2.31))).value).toBe('+2,3');
    expect(plain(tableCell(evolution, compared(known(-2.31))).value ?? '')).toBe('−2,3');
  });

  it('ranks from the highest, ties said among few', () => {
    const position = { below: 10, equal: 2, above: 3, known: 15 };
    const wide = { below: 1_000, equal: 2, above: 1_233, known: 2_235 };
    const { ranks } = tableCell(
      poverty,
      compared(known(20), {
        positions: [
          { within: 'epci', peers: 'commune', position },
          { within: 'france', peers: 'commune', position: wide },
        ],
      }),
    );
    expect(ranks.map(({ within, text }) => [within, plain(text)])).toEqual([
      ['EPCI', '4e ex æquo sur 15'],
      ['France', '1 234e sur 2 235'],
    ]);
  });

  it('tells the class of most people where classes do not aggregate', () => {
    const classes = {
      classes: [
        { value: 1, communes: 1, people: 60 },
        { value: 5, communes: 9, people: 40 },
      ],
      unknown: { communes: 0, people: 0 },
    };
    const cell = tableCell(indicator('densite'), compared(ABSENT, { aggregated: true, classes }));
    expect(plain(cell.state)).toBe('surtout « Grands centres urbains » (60 % des habitants)');
  });
});
