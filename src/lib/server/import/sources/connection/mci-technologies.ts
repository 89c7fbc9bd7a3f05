import { basename } from 'node:path';
import { isKnown, type Cell } from '../../../../domain/indicators/value.ts';
import type { ReadValues, RowCell, ValueAdapter, ValueRow } from '../../adapter.ts';
import { readCount, restOf, shareOf, sumOf, withWeight } from '../../read/cells.ts';
import { repairCode } from '../../read/commune-code.ts';
import { editionOfDays } from '../../read/edition.ts';
import { readTable, type TableRow } from '../../read/read-table.ts';
import { readText } from '../../read/read-text.ts';

/** Each premises counts once, under the best technique that serves it: the columns add up to the whole. */
const WHOLE = 'nbr_elig_8';
const FIBRE = 'elig_ftth';
const COPPER = ['elig_cu_30', 'elig_cu_8'];
/** Techniques that come after copper at 8 Mbit/s: no wire gives as much there. */
const NO_WIRE = ['elig_4gf', 'elig_hdr', 'elig_sat'];

/** ARCEP's « Ma connexion internet »: premises of each commune by the best technique that serves them. */
export const mciTechnologies: ValueAdapter = {
  id: 'mci-technologies',
  kind: 'values',
  level: 'commune',
  files: ['commune_meilleure_techno_thd.csv'],
  optional: true,
  revision: 1,
  indicators: ['mci-fibre', 'mci-cuivre-seul', 'mci-sans-filaire', 'mci-locaux', 'mci-sans-fibre'],
  async read([path = '']): Promise<ReadValues> {
    const file = basename(path);
    const table = readTable(await readText(path), file, {
      separator: ';',
      columns: ['code_insee', 'type', WHOLE, FIBRE, ...COPPER, ...NO_WIRE, 'date'],
    });
    const all = table.filter((row) => row.get('type').trim() === 'all');
    return {
      rows: all.map((row) => ({
        line: row.line,
        lines: 1,
        code: repairCode(row.get('code_insee')),
        cells: cellsOf(row, file),
      })),
      refused: [],
      edition: editionOfDays(all.map((row) => row.get('date'))),
    };
  },
};

function cellsOf(row: TableRow, file: string): ValueRow['cells'] {
  const count = (column: string): Cell => readCount(row, column, file);
  const whole = count(WHOLE);
  const weight = isKnown(whole) ? whole.value : null;
  const share = (columns: readonly string[]): RowCell =>
    withWeight(
      shareOf(sumOf(columns.map(count)), whole, { file, line: row.line, column: columns[0] }),
      weight,
    );
  return new Map([
    ['mci-fibre', share([FIBRE])],
    ['mci-cuivre-seul', share(COPPER)],
    ['mci-sans-filaire', share(NO_WIRE)],
    ['mci-locaux', withWeight(whole, null)],
    ['mci-sans-fibre', withWeight(restOf(count(FIBRE), whole), null)],
  ]);
}
