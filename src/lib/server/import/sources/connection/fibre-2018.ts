import { basename } from 'node:path';
import { FIBRE_2018_BANDS } from '../../../../domain/indicators/catalogue-connection.ts';
import { ABSENT, known, type Cell } from '../../../../domain/indicators/value.ts';
import type { Refusal, RowCell, ValueAdapter, ValueRow } from '../../adapter.ts';
import { readCell, withWeight } from '../../read/cells.ts';
import { ImportError } from '../../import-error.ts';
import { readUtf8 } from '../../read/read-file.ts';
import { readTable, type TableRow } from '../../read/read-table.ts';

const QUARTER = 'T1 2018';
const FIELDS: Record<string, string> = {
  Catégorie: 'fibre-2018',
  'Locaux Raccordables': 'locaux-raccordables-2018',
};

/** ARCEP, first quarter of 2018, official layout: four title lines, then two rows a commune. */
export const fibre2018: ValueAdapter = {
  id: 'fibre-2018',
  kind: 'values',
  level: 'commune',
  files: ['arcep_ftth_communes_2018T1.csv'],
  revision: 1,
  indicators: Object.values(FIELDS),
  async read([path = '']) {
    const file = basename(path);
    const table = readTable(await readUtf8(path), file, {
      separator: ',',
      columns: ['Code commune', 'Champ', QUARTER],
      skip: 4,
    });
    const refused: Refusal[] = [];
    const byCode = new Map<string, Omit<ValueRow, 'cells'> & { cells: Map<string, RowCell> }>();
    for (const row of table) {
      const code = row.get('Code commune').trim();
      const id = FIELDS[row.get('Champ').trim()];
      const gathered = byCode.get(code) ?? {
        line: row.line,
        lines: 0,
        code,
        cells: new Map<string, RowCell>(),
      };
      if (id === undefined || gathered.cells.has(id)) {
        refused.push({
          line: row.line,
          code,
          reason:
            id === undefined ? `champ inconnu « ${row.get('Champ')} »` : 'champ en double pour cette commune',
        });
        continue;
      }
      gathered.cells.set(
        id,
        withWeight(id === 'fibre-2018' ? readBand(row, file) : readCell(row, QUARTER, file), null),
      );
      byCode.set(code, { ...gathered, lines: gathered.lines + 1 });
    }
    return { rows: [...byCode.values()], refused };
  },
};

function readBand(row: TableRow, file: string): Cell {
  const cell = readCell(row, QUARTER, file);
  if (cell.value === null) return ABSENT;
  if (!FIBRE_2018_BANDS.some((band) => band.value === cell.value)) {
    throw new ImportError(`« ${row.get(QUARTER)} » n’est pas une tranche`, {
      file,
      line: row.line,
      column: QUARTER,
      expected: FIBRE_2018_BANDS.map((band) => band.value).join(', '),
    });
  }
  return known(cell.value);
}
