import { basename } from 'node:path';
import type { ReadValues, ValueAdapter, ValueRow } from '../../adapter.ts';
import { readCount, withWeight } from '../../read/cells.ts';
import { repairCode } from '../../read/commune-code.ts';
import { ImportError } from '../../import-error.ts';
import { requireColumns, streamTable } from '../../read/stream-table.ts';

const MEASURE = 'POPREF_MEASURE';
const REQUIRED = ['GEO', 'GEO_OBJECT', MEASURE, 'TIME_PERIOD', 'OBS_VALUE'];

/** Municipal population; the « total » one counts some people twice. */
const MUNICIPAL = 'PMUN';

const OBJECTS = new Set(['COM', 'ARM']);

const LATEST = 'population-reference';

/** Reference populations of INSEE, in the long layout (one row a territory, a measure and a year): the most recent year. */
export const populations: ValueAdapter = {
  id: 'populations',
  kind: 'values',
  level: 'commune',
  files: ['DS_POPULATIONS_REFERENCE_CSV_FR.zip'],
  namedLike: /^ds_populations_reference.*\.(csv|zip)$/i,
  optional: true,
  revision: 1,
  indicators: [LATEST],
  async read([path = '']): Promise<ReadValues> {
    const file = basename(path);
    const rows = new Map<string, ValueRow>();
    let year = '';
    await streamTable(path, ';', async ({ header, rows: read }) => {
      requireColumns(header, REQUIRED, file);
      for await (const row of read) {
        if (!OBJECTS.has(row.get('GEO_OBJECT')) || row.get(MEASURE) !== MUNICIPAL) continue;
        const period = row.get('TIME_PERIOD').trim().slice(0, 4);
        if (period < year) continue;
        if (period > year) rows.clear();
        year = period;
        const code = repairCode(row.get('GEO').replace(/^(COM|ARM)-/, ''));
        const cell = withWeight(readCount(row, 'OBS_VALUE', file), null);
        rows.set(code, { line: row.line, lines: 1, code, cells: new Map([[LATEST, cell]]) });
      }
    });
    if (!/^\d{4}$/.test(year))
      throw new ImportError('aucune population municipale de commune dans le fichier', {
        file,
        expected: `des lignes GEO_OBJECT = COM et ${MEASURE} = ${MUNICIPAL}`,
      });
    return { rows: [...rows.values()], refused: [], edition: { label: year, year } };
  },
};
