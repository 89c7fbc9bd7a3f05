import { expect, it } from 'vitest';
import { country, readingOf, tableOf } from '../../domain/tables/fixture.ts';
import { ROWS } from '../../domain/tables/reading.ts';
import { ownIndicators } from './own-indicators.ts';
import { readReadingForm } from './reading-form.ts';

it('rows are counted where the form says so, and each code has all of its rows', () => {
  const reading = readingOf(
    tableOf([
      ['code postal', 'nom'],
      ['38000', 'a'],
      ['38100', 'b'],
    ]),
    country(),
    { duplicates: 'sum' },
  );
  const form = new FormData();
  form.set('lignes', 'on');
  form.set('nom-lignes', 'Lieux');
  form.set('unite-lignes', 'lieux');
  form.set('cle', 'postcode');
  form.set('principale', '0');
  const table = { headings: ['code postal', 'nom'], rows: [] };
  const read = () => readReadingForm(form, table, country(), null);
  expect(read().problem).toContain('choisissez qu’un même code sur plusieurs lignes');
  form.set('doublons', 'sum');
  expect(read()).toMatchObject({
    problem: null,
    reading: { duplicates: 'sum', figures: [{ column: ROWS }] },
  });
  form.set('cle', 'point');
  form.delete('doublons');
  expect(read().problem).toBeNull();
  form.set('unite-lignes', '');
  expect(read().problem).toContain('un nom affiché et une unité');
  form.delete('lignes');
  expect(read().problem).toContain('comptez les lignes');
  form.set('lignes', 'on');
  form.set('unite-lignes', 'lieux');
  const { figures } = read().reading;
  const [indicator] = ownIndicators({
    id: 1,
    description: { name: 'Foyers', year: '2024' },
    file: 'f.csv',
    reading: { ...reading, figures },
    report: { rowsRead: 2, rowsJoined: 2 },
  });
  expect(indicator).toMatchObject({
    id: 'tableau-1-nombre-de-lignes',
    definition: 'Nombre de lignes du tableau « Foyers ».',
    aggregate: { rule: 'sum' },
  });
  expect(indicator?.formula).toMatch(/^Lignes comptées dans f\.csv\./);
});
