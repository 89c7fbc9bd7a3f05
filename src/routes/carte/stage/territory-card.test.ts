import { describe, expect, it } from 'vitest';
import { classify } from '#lib/domain/classify/classification.ts';
import { indicator } from '#lib/domain/indicators/catalogue.ts';
import { emptyColumn, setCell } from '#lib/domain/indicators/column.ts';
import { known, SECRET, type Cell } from '#lib/domain/indicators/value.ts';
import { indicatorClassLabels } from '#lib/format/class-label.ts';
import { LevelIndex } from '#lib/live/level-index.ts';
import type { IndicatorFigures } from '../layers/indicator-figures.ts';
import { distanceCard, figureCard } from './territory-card.ts';

const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ');

function figuresOf(id: string, cells: (Cell | null)[], restricted = false): IndicatorFigures {
  const subject = indicator(id);
  const column = emptyColumn(cells.length);
  cells.forEach((cell, i) => cell && setCell(column, i, cell));
  const classification = classify(column, subject, { method: 'equal', classes: 3 });
  const labels = indicatorClassLabels(subject, classification);
  return {
    subject,
    level: 'commune',
    column: restricted ? null : column,
    classification,
    colours: [],
    labels,
  };
}

describe('figureCard', () => {
  const partial: Cell = { state: 'incomplete', value: 21, cover: 0.73, marks: [] };
  const figures = figuresOf('taux-de-pauvrete', [
    known(5, ['floor']),
    known(30, ['perimeter']),
    SECRET,
    null,
    partial,
  ]);

  it('says the figure with its unit and marks', () => {
    expect(plain(figureCard(figures, 0, 'Ici (01)').figure)).toBe('5 % ou moins');
    expect(figureCard(figures, 1, null).notes).toEqual(['périmètre différent depuis la source']);
  });

  it('says why there is none, in the words of each state', () => {
    expect(figureCard(figures, 2, null)).toMatchObject({
      figure: 'secret statistique',
      state: 'secret',
      class: null,
    });
    expect(figureCard(figures, 3, null)).toMatchObject({ figure: 'absent de la source', state: 'absent' });
    expect(plain(figureCard(figures, 4, null).figure)).toBe(
      'non calculable : 73 % du dénominateur connu, il en faut 95 %',
    );
  });

  it('says the limits of its class when the figure may not leave', () => {
    const restricted = figuresOf('ifn-total', [known(1), known(5.4), known(9), SECRET], true);
    expect(figureCard(restricted, 1, null)).toMatchObject({ figure: '3,7 à 6,3\u00a0sur 10', class: 1 });
    expect(figureCard(restricted, 3, null).figure).toBe('secret statistique');
  });
});

it('says a distance, or that there is no centre or no place', () => {
  expect(plain(distanceCard(12_400, 3, 'Là').figure)).toBe('12 km');
  expect(distanceCard(Number.NaN, null, null)).toMatchObject({
    figure: 'absent de la source',
    state: 'absent',
  });
  expect(distanceCard(Infinity, 5, null).figure).toBe('aucun lieu');
});

it('an index names territories, and towns that have people and a centre', () => {
  const index = new LevelIndex('commune', {
    codes: ['01001', '2A004'],
    names: ['L’Abergement', 'Ajaccio'],
    departements: ['01', '2A'],
    populations: [null, 73_000],
    lats: [46.1, 41.9],
    lons: [4.9, 8.7],
    epcis: [-1, 3],
    regions: [0, 1],
  });
  expect(index.name(1)).toBe('Ajaccio (2A)');
  expect(index.slug(0)).toBe('01001');
  expect([...index.groups('region')]).toEqual([0, 1]);
  expect([...index.groups('epci')]).toEqual([-1, 3]);
  expect(index.towns()).toEqual([{ name: 'Ajaccio', lon: 8.7, lat: 41.9, population: 73_000 }]);
});
