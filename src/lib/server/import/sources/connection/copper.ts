import { basename } from 'node:path';
import { CLOSED, copperClass, NOT_PLANNED } from '../../../../domain/indicators/catalogue-copper.ts';
import { dayNumber } from '../../../../domain/indicators/day-number.ts';
import { ABSENT, known, type Cell } from '../../../../domain/indicators/value.ts';
import type { ReadValues, Refusal, ValueAdapter, ValueRow } from '../../adapter.ts';
import { withWeight } from '../../read/cells.ts';
import { repairCode } from '../../read/commune-code.ts';
import { ImportError } from '../../import-error.ts';
import { readTable, type TableRow } from '../../read/read-table.ts';
import { readText } from '../../read/read-text.ts';

const TECHNICAL = 'fermeture_technique';
const COMMERCIAL = 'fermeture_commerciale';
const MESSAGE = 'output_usager';

/**
 * The closing of the copper network: a date by commune, or none yet. Leading zeros are lost in the file,
 * rows come twice, Paris, Lyon and Marseille by arrondissement.
 */
export const copper: ValueAdapter = {
  id: 'cuivre',
  kind: 'values',
  level: 'commune',
  files: ['fermeture-reseau-cuivre.csv'],
  optional: true,
  revision: 1,
  indicators: ['fermeture-cuivre', 'date-fermeture-cuivre', 'date-fermeture-commerciale-cuivre'],
  async read([path = '']): Promise<ReadValues> {
    const file = basename(path);
    const text = await readText(path);
    const header = text.slice(0, text.search(/\r?\n|$/));
    const columns = [
      'code_insee',
      TECHNICAL,
      ...[COMMERCIAL, MESSAGE].filter((name) => header.includes(name)),
    ];
    const table = readTable(text, file, { separator: ';', columns });
    const byCode = new Map<string, ValueRow & { said: string }>();
    const refused: Refusal[] = [];
    for (const row of table) {
      const code = repairCode(row.get('code_insee'));
      const said = columns
        .slice(1)
        .map((column) => row.get(column).trim())
        .join('|');
      const held = byCode.get(code);
      if (held && held.said !== said) {
        const reason = `code en double, avec une autre date que la ligne ${held.line}`;
        refused.push({ line: row.line, code, reason });
      } else if (held) byCode.set(code, { ...held, lines: held.lines + 1 });
      else byCode.set(code, { line: row.line, lines: 1, code, said, cells: cellsOf(row, columns, file) });
    }
    return { rows: [...byCode.values()], refused };
  },
};

function cellsOf(row: TableRow, columns: readonly string[], file: string): ValueRow['cells'] {
  const text = (column: string): string => (columns.includes(column) ? row.get(column).trim() : '');
  const day = readDay(text(TECHNICAL), row.line, TECHNICAL, file);
  const commercial = readDay(text(COMMERCIAL), row.line, COMMERCIAL, file);
  const year = Number(text(TECHNICAL).slice(0, 4));
  const isClosed = /déjà fermé/i.test(text(MESSAGE));
  const band = isClosed ? CLOSED : day === ABSENT ? NOT_PLANNED : copperClass(year);
  return new Map([
    ['fermeture-cuivre', withWeight(known(band), null)],
    ['date-fermeture-cuivre', withWeight(day, null)],
    ['date-fermeture-commerciale-cuivre', withWeight(commercial, null)],
  ]);
}

/** A day, with or without its hour; nothing stands for « not planned yet ». */
function readDay(text: string, line: number, column: string, file: string): Cell {
  if (text === '') return ABSENT;
  const day = dayNumber(text.slice(0, 10));
  if (day === null)
    throw new ImportError(`« ${text.slice(0, 40)} » n’est pas une date`, {
      file,
      line,
      column,
      expected: 'une date comme 2028-01-31, ou rien',
    });
  return known(day);
}
