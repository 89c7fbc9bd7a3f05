import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatOpenings, formatPlaceAddress, plainParagraphs, webAddress } from './place.ts';

const words = {
  none: 'rien',
  hours: (hours: string) => `${hours} h`,
  on: { 'wednesday-afternoon': 'mercredi', saturday: 'samedi', evening: 'soir' },
};

it('writes an address without what is unknown', () => {
  const known = { address: '3 rue A', addressExtra: null, postcode: '38000', town: 'Grenoble' };
  expect(formatPlaceAddress(known)).toBe('3 rue A, 38000 Grenoble');
  expect(formatPlaceAddress({ ...known, address: '', postcode: '' })).toBe('Grenoble');
});

it('says hours a week and moments, or the hours of the source, or that they are unknown', () => {
  const week = [
    { day: 0, from: 540, to: 750 },
    { day: 5, from: 540, to: 720 },
  ];
  expect(formatOpenings({ week, hours: null }, words)).toBe('6,5 h, samedi');
  expect(formatOpenings({ week: null, hours: 'Mo 09:00-12:00' }, words).replaceAll('\u00a0', ' ')).toBe(
    'lundi 9 h–12 h',
  );
  expect(formatOpenings({ week: null, hours: null }, words)).toBe('rien');
});

describe('plainParagraphs', () => {
  it('leaves tags out, and what reaches a person', () => {
    expect(plainParagraphs('<p>Bonjour&nbsp;!<br>Lundi</p><script>alert(1)</script>')).toEqual([
      'Bonjour !',
      'Lundi',
    ]);
    expect(
      plainParagraphs('Écrire à jeanne.dupont@ville.fr ou au 06 12 34 56 78, ou +33 6 12.34.56.78'),
    ).toEqual(['Écrire à … ou au …, ou …']);
    expect(plainParagraphs('38000 Grenoble, 1 < 2, le 01/02/2024')).toEqual([
      '38000 Grenoble, 1 < 2, le 01/02/2024',
    ]);
  });

  it('keeps no e-mail address', () => {
    fc.assert(
      fc.property(fc.emailAddress(), fc.lorem(), (email, around) => {
        expect(plainParagraphs(`${around} ${email}, ${around}`).join('\n')).not.toContain(email);
      }),
    );
  });
});

it('takes web addresses only as links', () => {
  expect(webAddress('https://exemple.fr/a')).toBe('https://exemple.fr/a');
  expect(webAddress('javascript:alert(1)')).toBeNull();
  expect(webAddress(null)).toBeNull();
});
