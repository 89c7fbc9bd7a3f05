import { basename } from 'node:path';
import { isKnown, type Cell } from '../../../../domain/indicators/value.ts';
import type { ReadValues, ValueAdapter, ValueRow } from '../../adapter.ts';
import { readCell, withWeight } from '../../read/cells.ts';
import { decodeUtf8, readUtf8 } from '../../read/read-file.ts';
import { readTable, type TableRow } from '../../read/read-table.ts';
import { readNamedEntry } from '../../read/read-zip.ts';
import { isZip, streamTable } from '../../read/stream-table.ts';
import { LONG_COLUMN, readLongFilosofi } from './filosofi-long.ts';

const COLUMNS = {
  'niveau-de-vie-median': 'MED21',
  'taux-de-pauvrete': 'TP6021',
  'premier-decile': 'D121',
  'part-minima-sociaux': 'PPMINI21',
  'part-menages-imposes': 'PIMP21',
  'personnes-fiscales-2021': 'NBPERSMENFISC21',
} as const;

/** INSEE replaces rates under 5 % by 5 %. */
const POVERTY_FLOOR = 5;

/** The table of communes in the archive of the wide layout, and more than it inflates to. */
const WIDE_ENTRY = /cc_filosofi_\d{4}_COM\.csv$/i;
const WIDE_BYTES = 100_000_000;

/**
 * Filosofi in either of INSEE's layouts, known by its columns: the wide one of 2021 (one row a commune, `s` for
 * secrecy, decimal comma), or the long one since (one row a figure), plain or zipped.
 */
export const filosofi2021: ValueAdapter = {
  id: 'filosofi-2021',
  kind: 'values',
  level: 'commune',
  files: ['cc_filosofi_2021_COM.csv'],
  namedLike: /^(ds_)?filosofi_cc.*\.(csv|zip)$/i,
  revision: 2,
  indicators: Object.keys(COLUMNS),
  async read([path = '']) {
    let isLong = false;
    await streamTable(path, ';', async ({ header }) => {
      isLong = header.includes(LONG_COLUMN);
    });
    return isLong ? readLongFilosofi(path) : readWide(path);
  },
};

async function readWide(path: string): Promise<ReadValues> {
  const file = basename(path);
  const text = (await isZip(path))
    ? decodeUtf8((await readNamedEntry(path, WIDE_ENTRY, WIDE_BYTES)).bytes, file)
    : await readUtf8(path);
  const table = readTable(text, file, { separator: ';', columns: ['CODGEO', ...Object.values(COLUMNS)] });
  const rows = table.map((row): ValueRow => {
    const people = readCell(row, COLUMNS['personnes-fiscales-2021'], file);
    const weight = isKnown(people) ? people.value : null;
    const cells = Object.entries(COLUMNS).map(
      ([id, column]) => [id, withWeight(readFigure(row, id, column, file), weight)] as const,
    );
    return { line: row.line, lines: 1, code: row.get('CODGEO').trim(), cells: new Map(cells) };
  });
  return { rows, refused: [] };
}

function readFigure(row: TableRow, id: string, column: string, file: string): Cell {
  const cell = readCell(row, column, file);
  return id === 'taux-de-pauvrete' && cell.value === POVERTY_FLOOR ? { ...cell, marks: ['floor'] } : cell;
}
