import { describe, expect, it } from 'vitest';
import { formatValue } from '../../../../format/figure.ts';
import { indicator } from '../../../../domain/indicators/catalogue.ts';
import { lines, take } from '../../fixture.ts';
import { mciSpeeds } from './mci-debits.ts';
import { mciTechnologies } from './mci-technologies.ts';

const TECHNIQUES =
  'code_insee;nom_com;code_dep;code_reg;nbr;type;nbr_elig_8;elig_ftth;elig_coax;elig_cu_30;elig_thdr;elig_cu_8;elig_4gf;elig_hdr;elig_sat;date';
const SPEEDS =
  'code_insee;nom_com;code_dep;code_reg;nbr;type;inel_hd;elig_hd05;elig_hd3;elig_bhd8;elig_thd30;elig_thd100;elig_thd1g;date';

const techniques = (...rows: string[]) =>
  take(mciTechnologies, { 'commune_meilleure_techno_thd.csv': lines(TECHNIQUES, ...rows) });

describe('premises by their best technique', () => {
  it('are shares of all premises, of every kind of commune, with the edition of the file', async () => {
    const { figure, edition } = await techniques(
      '97209;Fort-de-France;972;02;10000;all;10000;9700;100;50;0;30;90;10;20;2026-06-30',
      '75056;Paris;75;11;2000;all;2000;1999;1;0;0;0;0;0;0;2026-06-30',
      '5157;Saint-Véran;05;93;465;all;465;445;0;0;0;0;14;0;6;2026-03-31',
      '5157;Saint-Véran;05;93;400;residentiel;400;1;0;0;0;0;0;0;399;2026-06-30',
    );
    expect(figure('mci-fibre', '97209').value).toBeCloseTo(97);
    expect(figure('mci-cuivre-seul', '97209').value).toBeCloseTo(0.8);
    expect(figure('mci-sans-filaire', '97209').value).toBeCloseTo(1.2);
    expect(figure('mci-sans-fibre', '05157').value).toBe(20);
    expect(figure('mci-locaux', '01001').state).toBe('absent');
    expect(edition).toEqual({ label: '30 juin 2026', year: '2026' });
  });

  it('below the whole never round to it', async () => {
    const { figure } = await techniques(
      '75056;Paris;75;11;1000000;all;1000000;999999;1;0;0;0;0;0;0;2026-06-30',
    );
    const share = figure('mci-fibre', '75056').value ?? 0;
    expect(formatValue(indicator('mci-fibre'), share).replace(/\s/g, ' ')).toBe('99,9 %');
  });

  it('roll up by their premises where communes merged', async () => {
    const { figure } = await techniques(
      '1001;A;01;84;300;all;300;300;0;0;0;0;0;0;0;2026-06-30',
      '1002;B;01;84;100;all;100;0;0;100;0;0;0;0;0;2026-06-30',
    );
    expect(figure('mci-fibre', '01001')).toMatchObject({ value: 75, marks: ['rolled'] });
    expect(figure('mci-locaux', '01001').value).toBe(400);
  });

  it('are read in Windows-1252, behind a byte order mark, and refused when they no longer mean the same', async () => {
    const row = '01001;Bâgé;01;84;10;all;10;5;0;5;0;0;0;0;0;2026-06-30';
    const latin = Buffer.from(lines(TECHNIQUES, row), 'latin1');
    const taken = await take(mciTechnologies, { 'commune_meilleure_techno_thd.csv': latin });
    expect(taken.figure('mci-fibre', '01001').value).toBe(50);
    const marked = `\uFEFF${lines(TECHNIQUES, row)}`;
    expect((await take(mciTechnologies, { 'a.csv': marked })).rows).toHaveLength(1);
    await expect(techniques('01001;A;01;84;10;all;10;50;0;0;0;0;0;0;0;2026-06-30')).rejects.toThrow(
      /ligne 2, colonne « elig_ftth » : 50 est plus que le total \(10\)/,
    );
    await expect(techniques('01001;A;01;84;10;all;10;-5;0;0;0;0;0;0;0;2026-06-30')).rejects.toThrow(
      /n’est pas un nombre entier/,
    );
  });

  it('under another header name the columns found and expected', async () => {
    const renamed = lines(
      TECHNIQUES.replace('elig_ftth', 'fibre'),
      '01001;A;01;84;1;all;1;1;0;0;0;0;0;0;0;x',
    );
    await expect(take(mciTechnologies, { 'a.csv': renamed })).rejects.toThrow(
      /colonne « elig_ftth » : cette colonne manque \(trouvées : code_insee, .*fibre.*\)\. Attendu : les colonnes/,
    );
    await expect(take(mciTechnologies, { 'a.csv': '<!doctype html>\n<p>Maintenance</p>\n' })).rejects.toThrow(
      /trouvées : <!doctype html>/,
    );
  });
});

describe('premises by their speed', () => {
  const wired = lines(SPEEDS, '05157;Saint-Véran;05;93;500;all;6;494;494;490;450;445;400;2026-06-30');
  const land = lines(SPEEDS, '05157;Saint-Véran;05;93;500;all;1;499;499;499;495;445;400;2026-06-30');

  it('are thresholds that nest, by wire and by land', async () => {
    const { figure, brought } = await take(mciSpeeds, {
      'commune_debit_filaire.csv': wired,
      'commune_debit_terrestre.csv': land,
    });
    expect(figure('debit-filaire-8', '05157').value).toBe(98);
    expect(figure('debit-filaire-30', '05157').value).toBe(90);
    expect(figure('debit-filaire-1000', '05157').value).toBe(80);
    expect(figure('locaux-sous-30', '05157').value).toBe(50);
    expect(figure('debit-terrestre-30', '05157').value).toBe(99);
    expect(brought).toHaveLength(mciSpeeds.indicators.length);
  });

  it('of one file alone bring no figure of the other', async () => {
    const { brought } = await take(mciSpeeds, { 'commune_debit_terrestre.csv': land });
    expect(brought).toEqual([
      'debit-terrestre-8',
      'debit-terrestre-30',
      'debit-terrestre-100',
      'debit-terrestre-locaux',
    ]);
  });

  it('count a commune once', async () => {
    const { refused, figure } = await take(mciSpeeds, {
      'commune_debit_filaire.csv': `${wired}05157;Saint-Véran;05;93;1;all;0;1;1;1;1;1;1;2026-06-30\n`,
    });
    expect(refused.map(({ line, reason }) => [line, reason])).toEqual([
      [3, 'code en double dans commune_debit_filaire.csv, déjà lu ligne 2'],
    ]);
    expect(figure('debit-filaire-locaux', '05157').value).toBe(500);
  });
});
