import { describe, expect, it } from 'vitest';
import { dbf } from '../../../../../../tests/support/dbf.ts';
import { zip } from '../../../demo/files/zip.ts';
import { lines, take } from '../../fixture.ts';
import { looksLikeDbf, readDbf } from '../../read/read-dbf.ts';
import { cartefibre } from './cartefibre.ts';

const ROWS = [
  ['01001', 'Bâgé-le-Châtel', '200.000000000000000', '190.000000000000000'],
  ['75101', 'Paris 1er Arrondissement', '300.000000000000000', '270.000000000000000'],
  ['75102', 'Paris 2e Arrondissement', '100.000000000000000', '110.000000000000000'],
];

describe('a dBase table', () => {
  it('is read in Latin-1, deleted records left out', () => {
    const table = readDbf(dbf(ROWS, [1]), 'a.dbf', ['NOM_COM']);
    expect(table.map((row) => [row.line, row.get('NOM_COM'), row.get('Locaux')])).toEqual([
      [1, 'Bâgé-le-Châtel', '200.000000000000000'],
      [3, 'Paris 2e Arrondissement', '100.000000000000000'],
    ]);
  });

  it('is refused cut anywhere, or without a column', () => {
    const whole = dbf(ROWS);
    for (let length = 0; length < whole.length - 1; length += 7)
      expect(() => readDbf(whole.subarray(0, length), 'a.dbf', ['ftth'])).toThrow(
        /table dBase ne se lit pas/,
      );
    expect(() => readDbf(whole, 'a.dbf', ['couv'])).toThrow(
      /« couv » : cette colonne manque \(trouvées : INSEE_COM, NOM_COM, Locaux, ftth\)/,
    );
    expect(looksLikeDbf(Buffer.from('INSEE_COM,Locaux'))).toBe(false);
  });
});

describe('the map of fibre', () => {
  it('is read from its zip; arrondissements make their city by their premises', async () => {
    const archive = await zip([
      { name: '2026T2-Commune/2026T2-Commune.prj', data: Buffer.from('GEOGCS') },
      { name: '2026T2-Commune/2026T2-Commune.dbf', data: dbf(ROWS) },
    ]);
    const { figure, edition } = await take(cartefibre, { 'cartefibre.zip': archive });
    expect(figure('cartefibre', '01001').value).toBe(95);
    expect(figure('cartefibre-locaux', '75056').value).toBe(400);
    // 270 of 300, and 100 of 100: more than there are premises is all of them.
    expect(figure('cartefibre', '75056').value).toBeCloseTo(92.5);
    expect(edition).toEqual({ label: 'T2 2026', year: 'T2 2026' });
  });

  it('is read from a CSV too, in either separator', async () => {
    for (const separator of [',', ';']) {
      const text = lines(
        ['ID', 'INSEE_COM', 'NOM_COM', 'Locaux', 'ftth', 'couv'].join(separator),
        ['X1', '5157', 'Saint-V?ran', '9691.000000000000000', '9435.000000000000000', '95.0'].join(separator),
      );
      const { figure } = await take(cartefibre, { 'cartefibre-communes-2026T2.csv': text });
      expect(figure('cartefibre', '05157').value).toBeCloseTo(97.358, 3);
    }
  });

  it('says that an archive has no table', async () => {
    const archive = await zip([{ name: 'lisez-moi.txt', data: Buffer.from('rien') }]);
    await expect(take(cartefibre, { 'cartefibre.zip': archive })).rejects.toThrow(/ne contient pas/);
    await expect(take(cartefibre, { 'cartefibre.zip': archive.subarray(0, 40) })).rejects.toThrow(
      /illisible ou tronquée/,
    );
  });
});
