import { basename } from 'node:path';
import { ABSENT, isKnown, known, type Cell } from '../../../../domain/indicators/value.ts';
import type { RowCell, ValueAdapter, ValueRow } from '../../adapter.ts';
import { readCell, withWeight } from '../../read/cells.ts';
import { decodeUtf8 } from '../../read/read-file.ts';
import { readTable } from '../../read/read-table.ts';
import { readZipEntry } from '../../read/read-zip.ts';

const ENTRY = 'base_cc_comparateur.CSV';
/** Ten times the size of the real table: beyond, the archive is not what it says. */
const MAX_BYTES = 100_000_000;
const COLUMNS = [
  'CODGEO',
  'P18_POP',
  'P13_POP',
  'P18_LOG',
  'P18_RP',
  'P18_RP_PROP',
  'P18_RSECOCC',
  'P18_LOGVAC',
  'P18_POP1564',
  'P18_ACT1564',
  'MED19',
  'NBMENFISC19',
];

/** INSEE's comparator of territories, the official zip: denominators of 2018 and the change 2013–2018. */
export const rp2018: ValueAdapter = {
  id: 'rp-2018',
  kind: 'values',
  level: 'commune',
  files: ['base_cc_comparateur_csv_RP2018.zip'],
  revision: 2,
  indicators: [
    'logements-2018',
    'actifs-2018',
    'population-2013',
    'evolution-2013-2018',
    'niveau-de-vie-median-2019',
    'part-proprietaires',
    'part-logements-vacants',
    'part-residences-secondaires',
    'taux-d-activite',
    'residences-principales-2018',
    'habitants-15-64-ans-2018',
  ],
  async read([path = '']) {
    const file = `${basename(path)}/${ENTRY}`;
    const text = decodeUtf8(await readZipEntry(path, ENTRY, MAX_BYTES), file);
    const rows = readTable(text, file, { separator: ';', columns: COLUMNS }).map((row): ValueRow => {
      const before = readCell(row, 'P13_POP', file);
      const after = readCell(row, 'P18_POP', file);
      const households = readCell(row, 'NBMENFISC19', file);
      const read = (column: string): Cell => readCell(row, column, file);
      const [dwellings, homes, adults, active] = ['P18_LOG', 'P18_RP', 'P18_POP1564', 'P18_ACT1564'].map(
        read,
      ) as [Cell, Cell, Cell, Cell];
      const cells: [string, RowCell][] = [
        ['logements-2018', withWeight(dwellings, null)],
        ['actifs-2018', withWeight(active, null)],
        ['residences-principales-2018', withWeight(homes, null)],
        ['habitants-15-64-ans-2018', withWeight(adults, null)],
        ['part-proprietaires', share(read('P18_RP_PROP'), homes)],
        ['part-logements-vacants', share(read('P18_LOGVAC'), dwellings)],
        ['part-residences-secondaires', share(read('P18_RSECOCC'), dwellings)],
        ['taux-d-activite', share(active, adults)],
        ['population-2013', withWeight(before, null)],
        ['evolution-2013-2018', withWeight(change(before, after), before.value)],
        ['niveau-de-vie-median-2019', withWeight(readCell(row, 'MED19', file), households.value)],
      ];
      return { line: row.line, lines: 1, code: row.get('CODGEO').trim(), cells: new Map(cells) };
    });
    return { rows, refused: [] };
  },
};

/** A part in % of a whole, by which it rolls up; absent where the whole is nothing. */
const share = (part: Cell, whole: Cell): RowCell =>
  withWeight(
    isKnown(part) && isKnown(whole) && whole.value > 0 ? known((100 * part.value) / whole.value) : ABSENT,
    whole.value,
  );

/** Change in %, absent where there was nobody before. */
function change(before: Cell, after: Cell): Cell {
  if (!isKnown(before) || !isKnown(after) || before.value === 0) return ABSENT;
  return known((100 * (after.value - before.value)) / before.value);
}
