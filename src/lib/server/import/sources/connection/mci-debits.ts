import { basename } from 'node:path';
import { isKnown, type Cell } from '../../../../domain/indicators/value.ts';
import type { Edition, ReadValues, Refusal, RowCell, ValueAdapter, ValueRow } from '../../adapter.ts';
import { readCount, restOf, shareOf, withWeight } from '../../read/cells.ts';
import { repairCode } from '../../read/commune-code.ts';
import { editionOfDays } from '../../read/edition.ts';
import { readTable, type TableRow } from '../../read/read-table.ts';
import { readText } from '../../read/read-text.ts';

const FILES = ['commune_debit_filaire.csv', 'commune_debit_terrestre.csv'] as const;

/** Premises that can have so much or more: thresholds nest, they are no partition. */
const THRESHOLDS = { 8: 'elig_bhd8', 30: 'elig_thd30', 100: 'elig_thd100', 1000: 'elig_thd1g' } as const;

/** Indicators of each file: the share that reaches a threshold, the premises that do not. */
const WIRED = {
  'debit-filaire-8': 8,
  'debit-filaire-30': 30,
  'debit-filaire-100': 100,
  'debit-filaire-1000': 1000,
} as const;
const WIRED_BELOW = { 'locaux-sous-8': 8, 'locaux-sous-30': 30 } as const;
const LAND = { 'debit-terrestre-8': 8, 'debit-terrestre-30': 30, 'debit-terrestre-100': 100 } as const;

const WIRED_WHOLE = 'debit-filaire-locaux';
const LAND_WHOLE = 'debit-terrestre-locaux';

type Threshold = keyof typeof THRESHOLDS;

/** What is made of one of the two files. */
interface Part {
  shares: Readonly<Record<string, Threshold>>;
  below: Readonly<Record<string, Threshold>>;
  whole: string;
}

const PARTS: readonly Part[] = [
  { shares: WIRED, below: WIRED_BELOW, whole: WIRED_WHOLE },
  { shares: LAND, below: {}, whole: LAND_WHOLE },
];

const indicatorsOf = ({ shares, below, whole }: Part): string[] => [
  ...Object.keys(shares),
  ...Object.keys(below),
  whole,
];

/**
 * ARCEP's « Ma connexion internet »: premises of each commune by the speed they can have, by wire in one
 * file, by wire or radio in the other. The file that counts satellite is never read: it says 100 % everywhere.
 */
export const mciSpeeds: ValueAdapter = {
  id: 'mci-debits',
  kind: 'values',
  level: 'commune',
  files: FILES,
  optional: true,
  revision: 1,
  indicators: PARTS.flatMap(indicatorsOf),
  async read(paths): Promise<ReadValues> {
    const rows = new Map<string, ValueRow>();
    const refused: Refusal[] = [];
    const brought: string[] = [];
    let edition: Edition | undefined;
    for (const path of paths) {
      const file = basename(path);
      const part = PARTS[FILES.findIndex((name) => name === file)];
      if (!part) continue;
      const table = await readPart(path, file);
      edition ??= editionOfDays(table.map((row) => row.get('date')));
      brought.push(...indicatorsOf(part));
      const seen = new Map<string, number>();
      for (const row of table) {
        const code = repairCode(row.get('code_insee'));
        const first = seen.get(code);
        if (first !== undefined) {
          refused.push({
            line: row.line,
            code,
            reason: `code en double dans ${file}, déjà lu ligne ${first}`,
          });
          continue;
        }
        seen.set(code, row.line);
        const held = rows.get(code) ?? { line: row.line, lines: 0, code, cells: new Map() };
        const cells = new Map([...held.cells, ...cellsOf(row, part, file)]);
        rows.set(code, { ...held, lines: held.lines + 1, cells });
      }
    }
    return { rows: [...rows.values()], refused, edition, brought };
  },
};

async function readPart(path: string, file: string): Promise<TableRow[]> {
  const columns = ['code_insee', 'nbr', 'type', ...Object.values(THRESHOLDS), 'date'];
  const table = readTable(await readText(path), file, { separator: ';', columns });
  return table.filter((row) => row.get('type').trim() === 'all');
}

function cellsOf(row: TableRow, { shares, below, whole }: Part, file: string): [string, RowCell][] {
  const all = readCount(row, 'nbr', file);
  const weight = isKnown(all) ? all.value : null;
  const reached = (threshold: Threshold): Cell => readCount(row, THRESHOLDS[threshold], file);
  return [
    ...Object.entries(shares).map(([id, threshold]): [string, RowCell] => {
      const where = { file, line: row.line, column: THRESHOLDS[threshold] };
      return [id, withWeight(shareOf(reached(threshold), all, where), weight)];
    }),
    ...Object.entries(below).map(([id, threshold]): [string, RowCell] => [
      id,
      withWeight(restOf(reached(threshold), all), null),
    ]),
    [whole, withWeight(all, null)],
  ];
}
