import { expect, it } from 'vitest';
import { citation, citationColumns, tableCitation } from './citation.ts';

const source = (producer: string, edition: string, licence = 'Licence Ouverte 2.0') => ({
  producer,
  edition,
  licence,
});

it('names each producer with its edition, once, under its licence', () => {
  expect(
    citation([
      source('Insee, par le paquet @etalab/decoupage-administratif', '2026'),
      source('ANCT', '2025'),
      source('Insee (pourcentages dérivés)', 'RP 2022'),
      source('Département', '2024', 'ODbL'),
      source('ANCT', '2025'),
    ]),
  ).toBe('Insee, 2026 ; ANCT, 2025 ; Insee, RP 2022 (Licence Ouverte 2.0) ; Département, 2024 (ODbL)');
});

it('says nothing in place of what is not known', () => {
  expect(citation([])).toBe('');
  expect(citation([source('Orange', '', '')])).toBe('Orange');
});

it('names a table by what it is called, and the year where no edition was told', () => {
  const table = { ...source('Département', '', 'ODbL'), name: 'Foyers aidés', year: '2024' };
  expect(tableCitation(table)).toBe('Département, Foyers aidés, 2024 (ODbL)');
  expect(tableCitation({ ...table, edition: 'mars 2025' })).toBe(
    'Département, Foyers aidés, mars 2025 (ODbL)',
  );
});

it('stands in two columns, told alike on each row', () => {
  expect(citationColumns('Insee, RP 2022', '2026-11-24')).toEqual({
    headings: ['Sources', 'Fichier établi le'],
    cells: ['Insee, RP 2022', '2026-11-24'],
  });
});
