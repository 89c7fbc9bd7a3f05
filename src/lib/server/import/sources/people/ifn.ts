import { basename } from 'node:path';
import { IFN_COLUMNS } from '../../../../domain/indicators/catalogue-fragility.ts';
import type { ValueAdapter, ValueRow } from '../../adapter.ts';
import { readCell, withWeight } from '../../read/cells.ts';
import { ImportError } from '../../import-error.ts';
import { readUtf8 } from '../../read/read-file.ts';
import { readTable } from '../../read/read-table.ts';

/** La Mednum's published scores, the same columns for communes and for EPCI. */
function ifn(id: 'ifn-communes' | 'ifn-epci', level: 'commune' | 'epci', name: string): ValueAdapter {
  return {
    id,
    kind: 'values',
    level,
    files: [name],
    revision: 1,
    indicators: Object.values(IFN_COLUMNS),
    async read([path = '']) {
      const file = basename(path);
      const table = readTable(await readUtf8(path), file, {
        separator: ',',
        columns: ['code', ...Object.keys(IFN_COLUMNS)],
      });
      const rows = table.map((row): ValueRow => {
        const cells = Object.entries(IFN_COLUMNS).map(([column, indicator]) => {
          const cell = readCell(row, column, file);
          if (cell.value !== null && (cell.value < 0 || cell.value > 10)) {
            throw new ImportError(`« ${row.get(column)} » n’est pas un score`, {
              file,
              line: row.line,
              column,
              expected: 'un nombre de 0 à 10',
            });
          }
          return [indicator, withWeight(cell, null)] as const;
        });
        return { line: row.line, lines: 1, code: row.get('code').trim(), cells: new Map(cells) };
      });
      return { rows, refused: [] };
    },
  };
}

export const ifnCommunes = ifn('ifn-communes', 'commune', 'ifn-city-all-variation_2023-08.csv');
export const ifnEpci = ifn('ifn-epci', 'epci', 'ifn-epci-all-variation_2023-08.csv');
