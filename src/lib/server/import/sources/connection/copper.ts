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
 * rows come twice, Paris, Lyon and Marseille by arrondissement. Of two dates for a commune nobody knows which holds:
 * neither is kept.
 */
export const copper: ValueAdapter = {
  id: 'cuivre',
  kind: 'values',
  level: 'commune',
  files: ['fermeture-reseau-cuivre.csv'],
  optional: true,
  revision: 2,
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
    const byCode = new Map<string, Read[]>();
    for (const row of table) {
      const code = repairCode(row.get('code_insee'));
      const read = { line: row.line, said: readClosing(row, columns, file) };
      byCode.set(code, [...(byCode.get(code) ?? []), read]);
    }
    const rows: ValueRow[] = [];
    const refused: Refusal[] = [];
    for (const [code, all] of byCode) {
      const [{ line, said }] = all as [Read];
      if (all.every((one) => isSame(one.said, said)))
        rows.push({ line, lines: all.length, code, cells: cellsOf(said) });
      else {
        const lines = all.map((one) => one.line).join(', ');
        const reason = `plusieurs dates pour cette commune (lignes ${lines}) : aucune n’est retenue`;
        refused.push(...all.map((one) => ({ line: one.line, code, reason })));
      }
    }
    return { rows, refused };
  },
};

/** What a row says of the closing of a commune. */
interface Closing {
  technical: Cell;
  commercial: Cell;
  band: number;
}

interface Read {
  line: number;
  said: Closing;
}

function readClosing(row: TableRow, columns: readonly string[], file: string): Closing {
  const text = (column: string): string => (columns.includes(column) ? row.get(column).trim() : '');
  const technical = readDay(text(TECHNICAL), row.line, TECHNICAL, file);
  const commercial = readDay(text(COMMERCIAL), row.line, COMMERCIAL, file);
  const year = Number(text(TECHNICAL).slice(0, 4));
  const isClosed = /déjà fermé/i.test(text(MESSAGE));
  return {
    technical,
    commercial,
    band: isClosed ? CLOSED : technical === ABSENT ? NOT_PLANNED : copperClass(year),
  };
}

const isSame = (one: Closing, other: Closing): boolean =>
  one.band === other.band &&
  one.technical.value === other.technical.value &&
  one.commercial.value === other.commercial.value;

const cellsOf = ({ technical, commercial, band }: Closing): ValueRow['cells'] =>
  new Map([
    ['fermeture-cuivre', withWeight(known(band), null)],
    ['date-fermeture-cuivre', withWeight(technical, null)],
    ['date-fermeture-commerciale-cuivre', withWeight(commercial, null)],
  ]);

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
