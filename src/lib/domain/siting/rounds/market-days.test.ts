import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMarketDays, type FoundCommune } from './market-days.ts';

const KNOWN = ['38006', 'Allevard', 'Mer', 'La Mure', '2A004'];

const find = (named: string): FoundCommune => {
  const at = KNOWN.indexOf(named);
  if (at >= 0) return { commune: at };
  return { reason: named === 'Saint-Denis' ? 'several' : named === '75056' ? 'outside' : 'unknown' };
};

describe('market days', () => {
  it('are read however they are written', () => {
    const { markets, problems } = readMarketDays(
      [
        'commune;jours',
        '38006 mardi, samedi',
        'Allevard = Mercredi et dimanche',
        '',
        'Mer mer.',
        '2A004;Ajaccio;jeudis',
        'La Mure : lun',
        '38006 mardi jeudi',
      ].join('\r\n'),
      find,
    );
    expect(problems).toEqual([]);
    expect(Object.fromEntries(markets)).toEqual({ 0: 0b101010, 1: 0b1000100, 2: 0b100, 4: 0b1000, 3: 0b1 });
  });

  it('are explained line by line where they say nothing', () => {
    const { markets, problems } = readMarketDays(
      '38006\nmardi\nSaint-Denis lundi\n75056 lundi\nNulle Part vendredi\nAllevard mardredi\nAllevard lundi',
      find,
    );
    expect(markets).toEqual([[1, 1]]);
    expect(problems.map(({ line, reason }) => [line, reason])).toEqual([
      [1, 'no-day'],
      [2, 'no-commune'],
      [3, 'several'],
      [4, 'outside'],
      [5, 'unknown'],
      [6, 'no-day'],
    ]);
  });

  it('never throw, and lose no line: each counts or is explained', () => {
    const line = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('38006 lundi', 'Allevard sam', 'x mardi'),
    );
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        const { problems } = readMarketDays(lines.join('\n'), find);
        const kept = readMarketDays(lines.join('\n'), () => ({ commune: 1 }));
        expect(kept.problems.every(({ reason }) => reason === 'no-day' || reason === 'no-commune')).toBe(
          true,
        );
        expect(problems.length).toBeGreaterThanOrEqual(kept.problems.length);
      }),
    );
  });
});
