import { describe, expect, it } from 'vitest';
import { rankingTable, type RankedTerritory, type Ranking } from './ranking-export.ts';
import { OpenTable } from './table-export.ts';

const row = (rest: Partial<RankedTerritory>): RankedTerritory => ({
  code: '01001',
  name: 'Ici',
  departement: '01',
  population: 800,
  rank: 1,
  score: 7.25,
  state: 'value',
  interval: null,
  known: 1,
  robustness: null,
  ...rest,
});

const ranking = (rest: Partial<Ranking> = {}): Ranking => ({
  title: 'Fragilité : Isère',
  date: '2026-11-24',
  level: 'commune',
  unit: 'sur 10',
  decimals: 1,
  rows: [row({}), row({ code: '01002', name: 'Là', rank: null, score: 3, state: 'incomplete', known: 0.5 })],
  ingredients: [
    { label: 'Fibre', share: 0.5, source: 'fibre-2026' },
    { label: 'Chômage', share: 0.5, source: 'rp-2022' },
  ],
  top: null,
  notes: ['Référence : France.'],
  sources: [],
  ...rest,
});

const write = (asked: Ranking): { keys: string[]; rows: unknown[][]; notes: readonly string[] } => {
  const table = OpenTable.of(rankingTable(asked));
  return {
    keys: table.fields.map(({ key }) => key),
    rows: [...table.rows()].map(({ cells }) => cells),
    notes: table.notes,
  };
};

describe('a ranking that leaves', () => {
  it('holds rank, score, state and share known; what is not ranked has neither rank nor score', () => {
    const { keys, rows, notes } = write(ranking());
    expect(keys).toEqual([
      'code',
      'nom',
      'departement',
      'population',
      'rang',
      'indice',
      'indice-etat',
      'poids-connu',
    ]);
    expect(rows).toEqual([
      ['01001', 'Ici', '01', 800, 1, 7.25, 'valeur', 100],
      ['01002', 'Là', '01', 800, null, null, 'non calculable', 50],
    ]);
    expect(notes).toContain('Référence : France.');
    expect(notes.join('\n')).toMatch(/Fibre : 50\s% du poids/);
  });

  it('adds the interval of estimated scores, and how firm each rank is', () => {
    const robustness = { median: 2, low: 1, high: 6, share: 0.915 };
    const { keys, rows } = write(
      ranking({ rows: [row({ state: 'estimated', interval: [6.5, 8], robustness }), row({})], top: 10 }),
    );
    expect(keys.slice(5)).toEqual([
      'indice',
      'indice-etat',
      'indice-bas',
      'indice-haut',
      'poids-connu',
      'rang-median',
      'rang-bas',
      'rang-haut',
      'part-premiers',
    ]);
    expect(rows[0]?.slice(5)).toEqual([7.25, 'estimé', 6.5, 8, 100, 2, 1, 6, 91.5]);
    expect(rows[1]?.slice(5)).toEqual([7.25, 'valeur', null, null, 100, null, null, null, null]);
  });

  it('keeps ranks and scores back when an input may not be redistributed', () => {
    const restricted = { label: 'IFN', share: 0.2, source: 'ifn-communes' } as const;
    const { keys, notes } = write(ranking({ ingredients: [restricted] }));
    expect(keys).toEqual(['code', 'nom', 'departement', 'population']);
    expect(notes.join('\n')).toContain('Hors de ce fichier : Indice de fragilité numérique');
    expect(write(ranking({ ingredients: [{ ...restricted, share: 0 }] })).keys).toContain('indice');
  });
});
