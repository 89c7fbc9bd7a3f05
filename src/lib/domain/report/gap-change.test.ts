import { describe, expect, it } from 'vitest';
import { frenchNumerals } from '../../format/numerals.ts';
import { changeSentence } from './gap-change.ts';

const say = (gained: number, lost: number, was: number, is: number): string =>
  changeSentence(
    {
      level: 'departement',
      until: '12 mars 2027',
      gained,
      lost,
      before: { inhabitantsBeyond: was },
      after: { inhabitantsBeyond: is },
    },
    frenchNumerals,
  ).replace(/[\u00a0\u202f]/g, ' ');

describe('changeSentence', () => {
  it('says what came, what went and for how many', () => {
    expect(say(2, 1, 1_240, 860)).toBe(
      'Depuis les lieux en usage jusqu’au 12 mars 2027, 2 lieux de plus et 1 lieu de moins répondent dans le département ; 380 habitants de moins sont hors de portée (1 240 avant, 860 maintenant).',
    );
    expect(say(0, 1, 0, 1)).toBe(
      'Depuis les lieux en usage jusqu’au 12 mars 2027, 1 lieu de moins répond dans le département ; 1 habitant de plus est hors de portée (0 avant, 1 maintenant).',
    );
  });

  it('says when nothing changed', () => {
    expect(say(0, 0, 12, 12)).toMatch(
      /les mêmes lieux répondent .*; 12 habitants hors de portée, comme avant/,
    );
    expect(say(1, 0, 0, 0)).toMatch(/1 lieu de plus répond .*; personne n’est hors de portée, comme avant/);
  });
});
