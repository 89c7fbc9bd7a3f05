import { describe, expect, it } from 'vitest';
import { openSample, gather } from '../export/fixture.ts';
import { writeXlsx } from '../export/xlsx.ts';
import { odsCell, odsOf, odsRow, odsTable, xlsxOf, xlsxText } from './fixture.ts';
import { readBytes } from './read-bytes.ts';

const read = (bytes: Buffer) => readBytes(bytes, 'lieux', () => undefined);
const typed = (type: string, attributes: string, shown: string): string =>
  `<table:table-cell office:value-type="${type}" ${attributes}><text:p>${shown}</text:p></table:table-cell>`;

const STYLES =
  '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="00000"/><numFmt numFmtId="165" formatCode="yyyy-mm-dd"/></numFmts>' +
  '<cellStyleXfs><xf numFmtId="164"/></cellStyleXfs>' +
  '<cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="20"/></cellXfs></styleSheet>';

describe('XLSX', () => {
  it('comes back as our own exports wrote it', async () => {
    const table = await read(await gather(writeXlsx(openSample())));
    expect(table).toMatchObject({ format: 'xlsx', encoding: null, separator: null, sheet: 'Données' });
    expect(table.headings[0]).toBe('Code officiel');
    expect(table.rows).toEqual([
      ['01001', 'L’Abergement', '12.25', 'valeur', '', ''],
      ['2A004', 'Ajaccio', '', 'secret statistique', '', ''],
      ['38185', 'A;B "C"', '-3', 'estimé', '-4.5', '-1'],
    ]);
    expect(table.lines).toEqual([2, 3, 4]);
  });

  it('shows codes, days, times and results as the person sees them, formulas never', async () => {
    const data =
      `<row r="2">${xlsxText('A2', 'nom')}${xlsxText('B2', 'cp')}${xlsxText('C2', 'siret')}${xlsxText('D2', 'jour')}${xlsxText('E2', 'heure')}${xlsxText('F2', 'x')}</row>` +
      '<row r="5"><c r="A5" t="s"><v>0</v></c><c r="B5" s="1"><v>1001</v></c><c r="C5"><v>3.4422913300196E13</v></c><c r="D5" s="2"><v>45292</v></c><c r="E5" s="3"><v>0.354166666666667</v></c><c r="F5" t="str"><f>1+1</f><v>=deux</v></c></row>';
    const strings = '<sst><si><r><t>Hub </t></r><r><t>numérique</t></r></si></sst>';
    const table = await read(await xlsxOf({ sheets: { Vide: '', Lieux: data }, styles: STYLES, strings }));
    expect(table.sheet).toBe('Lieux');
    expect(table.rows).toEqual([
      ['Hub numérique', '01001', '34422913300196', '2024-01-01', '08:30', '=deux'],
    ]);
    expect(table.lines).toEqual([5]);
  });

  const FORMULAS =
    `<row r="1">${['insee', 'a', 'b', 'c', 'd', 'e'].map((text, at) => xlsxText(`${'ABCDEF'[at]}1`, text)).join('')}</row>` +
    `<row r="2">${xlsxText('A2', '38185')}<c r="B2"><f>A2*2</f></c><c r="C2"><f>A2*2</f><v></v></c><c r="D2" t="str"><f>""</f><v></v></c><c r="E2"><f>1+1</f><v>2</v></c><c r="F2"><f t="shared" si="0"/></c></row>` +
    `<row r="3">${xlsxText('A3', '38421')}<c r="B3" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="E3"><v>3</v></c></row>`;

  it('tells a formula without a result from an empty cell, where that is asked', async () => {
    const bytes = await xlsxOf({ sheets: { F: FORMULAS } });
    expect((await read(bytes)).rows).toEqual([
      ['38185', '', '', '', '2', ''],
      ['38421', '', '', '', '3', ''],
    ]);
    expect((await readBytes(bytes, 'tableau', () => undefined, '=?')).rows).toEqual([
      ['38185', '=?', '=?', '', '2', '=?'],
      ['38421', '#DIV/0!', '', '', '3', ''],
    ]);
  });

  const cell = xlsxText('A1', 'x');
  it.each([
    [
      'entities',
      { before: '<!DOCTYPE x [<!ENTITY a "b">]>', sheets: { F: `<row r="1">${cell}</row>` } },
      /DOCTYPE/,
    ],
    ['an address too far right', { sheets: { F: `<row r="1">${xlsxText('XFE1', 'x')}</row>` } }, /16\s384/],
    [
      'an address too far down',
      { sheets: { F: `<row r="1">${xlsxText('A9999999', 'x')}</row>` } },
      /A9999999/,
    ],
    ['a row too far down', { sheets: { F: `<row r="4000000000">${cell}</row>` } }, /4000000000/],
    ['lone cells in two corners', { sheets: { F: `<row r="1">${xlsxText('ZZZ1', 'x')}</row>` } }, /colonnes/],
    [
      'a wide and high rectangle',
      {
        sheets: {
          F: `<row r="1">${xlsxText('XFD1', 'x')}</row><row r="9000">${xlsxText('A9000', 'x')}</row>`,
        },
      },
      /2\s000\s000 cases/,
    ],
    ['no sheet filled', { sheets: { F: '', G: '<row r="1"><c r="A1"/></row>' } }, /Aucune feuille/],
    [
      'an unknown shared string',
      { sheets: { F: '<row r="1"><c r="A1" t="s"><v>7</v></c></row>' } },
      /ne se lit pas/,
    ],
  ])('refuses %s', async (_, workbook, expected) => {
    await expect(xlsxOf(workbook).then(read)).rejects.toThrow(expected);
  });
});

describe('ODS', () => {
  it('reads the first sheet that holds something, its gaps, codes, days and times', async () => {
    const gap = '<table:table-cell table:number-columns-repeated="2"/>';
    const blank = '<table:table-row table:number-rows-repeated="3"><table:table-cell/></table:table-row>';
    const end =
      '<table:table-row table:number-rows-repeated="1048566"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>';
    const note = '<office:annotation><text:p>note</text:p></office:annotation>';
    const table = await read(
      await odsOf(
        odsTable('Vide', end) +
          odsTable(
            'Lieux',
            '<table:shapes><draw:frame><text:p>dessin</text:p></draw:frame></table:shapes>',
            odsRow(odsCell('nom'), odsCell('siret'), odsCell('cp'), odsCell('jour'), odsCell('heure')),
            blank,
            odsRow(
              `<table:table-cell office:value-type="string">${note}<text:p>a<text:s text:c="2"/><text:span>b</text:span></text:p><text:p>c</text:p></table:table-cell>`,
              typed('float', 'office:value="34422913300196"', '3,44E+13'),
              typed('float', 'office:value="1001"', '01001'),
              typed('date', 'office:date-value="2024-01-31T00:00:00"', '31/01/24'),
              typed('time', 'office:time-value="PT08H30M00S"', '08:30:00'),
            ),
            odsRow(odsCell('d'), gap, typed('boolean', 'office:boolean-value="true"', 'VRAI')),
            end,
          ),
      ),
    );
    expect(table).toMatchObject({ format: 'ods', sheet: 'Lieux', lines: [5, 6] });
    expect(table.rows).toEqual([
      ['a  b\nc', '34422913300196', '01001', '2024-01-31', '08:30'],
      ['d', '', '', 'true', ''],
    ]);
  });

  it('tells a formula without a result from an empty cell, where that is asked', async () => {
    const formula = (attributes: string, shown = '') =>
      `<table:table-cell table:formula="of:=1/0" ${attributes}><text:p>${shown}</text:p></table:table-cell>`;
    const bytes = await odsOf(
      odsTable(
        'F',
        odsRow(...['insee', 'a', 'b', 'c', 'd', 'e'].map(odsCell)),
        odsRow(
          odsCell('38185'),
          formula(''),
          formula('office:value-type="float" office:value="2"', '2'),
          formula('office:value-type="string" office:string-value=""'),
          formula('office:value-type="string" office:string-value="" calcext:value-type="error"', '#DIV/0!'),
          '<table:table-cell table:formula="of:=A2" table:number-columns-repeated="1"/>',
        ),
      ),
    );
    expect((await read(bytes)).rows).toEqual([['38185', '', '2', '', '', '']]);
    expect((await readBytes(bytes, 'tableau', () => undefined, '=?')).rows).toEqual([
      ['38185', '=?', '2', '', '#DIV/0!', '=?'],
    ]);
  });

  it('repeats content, up to the limits', async () => {
    const row = (count: string) =>
      `<table:table-row table:number-rows-repeated="${count}">${odsCell('x')}</table:table-row>`;
    const table = await read(await odsOf(odsTable('F', odsRow(odsCell('a')), row('3'))));
    expect(table).toMatchObject({ rows: [['x'], ['x'], ['x']], lines: [2, 3, 4] });
    await expect(odsOf(odsTable('F', row('600000'))).then(read)).rejects.toThrow(/500\s000 lignes/);
    await expect(odsOf(odsTable('F', row('2147483648'))).then(read)).rejects.toThrow(/2\s000\s000 cases/);
    const wide = `<table:table-cell table:number-columns-repeated="2147483648" office:value-type="string"><text:p>x</text:p></table:table-cell>`;
    await expect(odsOf(odsTable('F', odsRow(wide))).then(read)).rejects.toThrow(/16\s384 colonnes/);
  });

  it('refuses entities', async () => {
    await expect(odsOf('', '<!DOCTYPE x [<!ENTITY a "b">]>').then(read)).rejects.toThrow(/DOCTYPE/);
  });
});
