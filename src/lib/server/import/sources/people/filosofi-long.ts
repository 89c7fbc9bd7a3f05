import { basename } from 'node:path';
import { ABSENT, isKnown, known, SECRET, type Cell } from '../../../../domain/indicators/value.ts';
import type { ReadValues, ValueRow } from '../../adapter.ts';
import { readCell, withWeight } from '../../read/cells.ts';
import { repairCode } from '../../read/commune-code.ts';
import { ImportError } from '../../import-error.ts';
import type { TableRow } from '../../read/read-table.ts';
import { requireColumns, streamTable } from '../../read/stream-table.ts';

/** The column that tells the long layout from the wide one. */
export const LONG_COLUMN = 'FILOSOFI_MEASURE';

const REQUIRED = ['GEO', 'GEO_OBJECT', LONG_COLUMN, 'CONF_STATUS', 'TIME_PERIOD', 'OBS_VALUE'];

const INDICATOR_OF: Readonly<Record<string, string>> = {
  MED_SL: 'niveau-de-vie-median',
  PR_MD60: 'taux-de-pauvrete',
  D1_SL: 'premier-decile',
  S_SOC_BEN_DI_MIN_SOC: 'part-minima-sociaux',
  S_HH_TAX: 'part-menages-imposes',
  NUM_PER: 'personnes-fiscales-2021',
};

const PEOPLE = 'personnes-fiscales-2021';

/** Communes, and the arrondissements of Paris, Lyon and Marseille; the other levels are made from communes. */
const OBJECTS = new Set(['COM', 'ARM']);

/** Only « free » figures are published; every other status is secrecy. */
const FREE = 'F';

/** INSEE replaces rates under 5 % by 5 %. */
const POVERTY_FLOOR = 5;

interface Gathered {
  line: number;
  lines: number;
  cells: Map<string, Cell>;
}

/**
 * Filosofi in INSEE's long layout: one row a figure, of every level and sometimes of several years; the most
 * recent year alone is kept. Rows are read as they come: there are more than 800,000.
 */
export async function readLongFilosofi(path: string): Promise<ReadValues> {
  const file = basename(path);
  let year = '';
  const byCode = new Map<string, Gathered>();
  await streamTable(path, ';', async ({ header, rows }) => {
    requireColumns(header, REQUIRED, file);
    const hasPower = header.includes('UNIT_MULT');
    for await (const row of rows) {
      if (!OBJECTS.has(row.get('GEO_OBJECT'))) continue;
      const indicator = INDICATOR_OF[row.get(LONG_COLUMN)];
      if (indicator === undefined) continue;
      const period = yearOf(row, file);
      if (period < year) continue;
      if (period > year) byCode.clear();
      year = period;
      const code = repairCode(row.get('GEO').replace(/^(COM|ARM)-/, ''));
      const gathered = byCode.get(code) ?? { line: row.line, lines: 0, cells: new Map<string, Cell>() };
      gathered.lines++;
      gathered.cells.set(indicator, readFigure(row, indicator, hasPower, file));
      byCode.set(code, gathered);
    }
  });
  if (byCode.size === 0)
    throw new ImportError('aucun chiffre de commune dans le fichier', {
      file,
      expected: `des lignes GEO_OBJECT = COM et ${LONG_COLUMN} = ${Object.keys(INDICATOR_OF).join(', ')}`,
    });
  return { rows: [...byCode].map(rowOf), refused: [], edition: { label: year, year } };
}

function rowOf([code, { line, lines, cells }]: [string, Gathered]): ValueRow {
  const people = cells.get(PEOPLE) ?? ABSENT;
  const weight = isKnown(people) ? people.value : null;
  return {
    line,
    lines,
    code,
    cells: new Map([...cells].map(([indicator, cell]) => [indicator, withWeight(cell, weight)])),
  };
}

function yearOf(row: TableRow, file: string): string {
  const period = row.get('TIME_PERIOD').trim();
  if (/^\d{4}$/.test(period)) return period;
  throw new ImportError(`« ${period.slice(0, 20)} » n’est pas une année`, {
    file,
    line: row.line,
    column: 'TIME_PERIOD',
    expected: 'une année de quatre chiffres',
  });
}

function readFigure(row: TableRow, indicator: string, hasPower: boolean, file: string): Cell {
  if (row.get('CONF_STATUS').trim() !== FREE) return SECRET;
  const cell = readCell(row, 'OBS_VALUE', file);
  if (!isKnown(cell)) return cell;
  const power = hasPower ? Number(row.get('UNIT_MULT')) || 0 : 0;
  const isFloor = indicator === 'taux-de-pauvrete' && cell.value === POVERTY_FLOOR;
  return known(cell.value * 10 ** power, isFloor ? ['floor'] : []);
}
