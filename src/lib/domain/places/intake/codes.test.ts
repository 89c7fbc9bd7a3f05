import { describe, expect, it } from 'vitest';
import type { IntakeField } from './fields.ts';
import { checkOne } from './fixture.ts';

const messages = (row: Partial<Record<IntakeField, string>>) =>
  checkOne(row).problems.map(({ message }) => message);

describe('SIRET', () => {
  it.each([
    ['spaces', '732 829 320 00074', '73282932000074'],
    ['a « .0 »', '73282932000074.0', '73282932000074'],
    ['an exponent', '7.3282932000074E13', '73282932000074'],
    ['La Poste’s own rule', '35600000049837', '35600000049837'],
    ['an association', 'W751234567', 'W751234567'],
  ])('reads %s', (_, pivot, expected) => {
    expect(checkOne({ pivot }).place?.pivot).toBe(expected);
  });

  it('drops zeros silently, and tells a wrong one without refusing the row', () => {
    expect(checkOne({ pivot: '00000000000000' })).toMatchObject({ place: { pivot: null }, problems: [] });
    expect(messages({ pivot: '73282932000075' })[0]).toContain('la clé de contrôle du SIRET est fausse');
    expect(messages({ pivot: '7,32829E+13' })[0]).toContain('perdu des chiffres');
    expect(checkOne({ pivot: '123' })).toMatchObject({
      place: { pivot: null },
      problems: [{ severity: 'warning' }],
    });
  });
});
