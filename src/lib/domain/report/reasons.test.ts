import { expect, it } from 'vitest';
import { frenchNumerals } from '../../format/numerals.ts';
import type { Priority } from '../need/priority.ts';
import { reasonsOf, type CommuneFacts } from './reasons.ts';

const facts: CommuneFacts = {
  values: { standard: null, fibre: 0.4, elders: 38.2, distance: Infinity },
  states: { standard: 'secret', fibre: 'value', elders: 'value', distance: 'value' },
};

const write = (priority: Priority): string[] =>
  reasonsOf(priority, facts, frenchNumerals).map((reason) => reason.replace(/[\u00a0\u202f]/g, ' '));

it('gives each reason with its figure and its place, and says what is not known', () => {
  const priority: Priority = {
    ordinal: 0,
    mean: 0.9,
    reasons: ['fibre', 'elders', 'distance'],
    unknown: ['standard'],
    ranks: { fibre: 0.995, elders: 0.92, distance: 0.8 },
  };
  expect(write(priority)).toEqual([
    '0,4 % des locaux raccordables à la fibre, parmi les 1 % les plus bas',
    '38,2 % de 65 ans ou plus, parmi les 10 % les plus élevés',
    'aucun lieu, parmi les 25 % les plus éloignés',
    'niveau de vie : inconnu (secret statistique)',
  ]);
});

it('gives no place to a fact that does not stand out', () => {
  const priority: Priority = {
    ordinal: 0,
    mean: 0.4,
    reasons: ['elders'],
    unknown: [],
    ranks: { elders: 0.6 },
  };
  expect(write(priority)).toEqual(['rien ne se détache ; le plus marqué : 38,2 % de 65 ans ou plus']);
});
