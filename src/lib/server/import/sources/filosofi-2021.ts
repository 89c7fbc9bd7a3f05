import { basename } from 'node:path';
import { isKnown, type Cell } from '../../../domain/indicators/value.ts';
import type { ValueAdapter, ValueRow } from '../adapter.ts';
import { readCell, withWeight } from '../read/cells.ts';
import { readUtf8 } from '../read/read-file.ts';
import { readTable, type TableRow } from '../read/read-table.ts';

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

/** Filosofi 2021 in INSEE's wide layout: one row a commune, `s` for secrecy, decimal comma. */
export const filosofi2021: ValueAdapter = {
  id: 'filosofi-2021',
  kind: 'values',
  level: 'commune',
  files: ['cc_filosofi_2021_COM.csv'],
  revision: 2,
  indicators: Object.keys(COLUMNS),
  async read([path = '']) {
    const file = basename(path);
    const table = readTable(await readUtf8(path), file, {
      separator: ';',
      columns: ['CODGEO', ...Object.values(COLUMNS)],
    });
    const rows = table.map((row): ValueRow => {
      const people = readCell(row, COLUMNS['personnes-fiscales-2021'], file);
      const weight = isKnown(people) ? people.value : null;
      const cells = Object.entries(COLUMNS).map(
        ([id, column]) => [id, withWeight(readFigure(row, id, column, file), weight)] as const,
      );
      return { line: row.line, lines: 1, code: row.get('CODGEO').trim(), cells: new Map(cells) };
    });
    return { rows, refused: [] };
  },
};

function readFigure(row: TableRow, id: string, column: string, file: string): Cell {
  const cell = readCell(row, column, file);
  return id === 'taux-de-pauvrete' && cell.value === POVERTY_FLOOR ? { ...cell, marks: ['floor'] } : cell;
}
