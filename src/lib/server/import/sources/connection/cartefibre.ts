import { basename } from 'node:path';
import { isKnown, known, type Cell } from '../../../../domain/indicators/value.ts';
import type { ReadValues, ValueAdapter, ValueRow } from '../../adapter.ts';
import { readCount, shareOf, withWeight } from '../../read/cells.ts';
import { repairCode } from '../../read/commune-code.ts';
import { editionOfQuarter } from '../../read/edition.ts';
import { looksLikeDbf, readDbf } from '../../read/read-dbf.ts';
import { readBytes } from '../../read/read-file.ts';
import { readTable, type TableRow } from '../../read/read-table.ts';
import { decodeText } from '../../read/read-text.ts';
import { readNamedEntry } from '../../read/read-zip.ts';
import { isZip } from '../../read/stream-table.ts';

const COLUMNS = ['INSEE_COM', 'Locaux', 'ftth'];

/** More than the table of all communes takes. */
const MAX_BYTES = 200_000_000;

/**
 * ARCEP's map of fibre deployments, by commune: a zip with the dBase table of a shapefile, or that table as
 * CSV. Paris, Lyon and Marseille are there by arrondissement.
 */
export const cartefibre: ValueAdapter = {
  id: 'cartefibre',
  kind: 'values',
  level: 'commune',
  files: ['cartefibre.zip'],
  namedLike: /^(cartefibre.*|\d{4}T\d[-_]commune.*)\.(zip|dbf|csv)$/i,
  optional: true,
  revision: 1,
  indicators: ['cartefibre', 'cartefibre-locaux'],
  async read([path = '']): Promise<ReadValues> {
    const file = basename(path);
    const { name, table } = await readDeployments(path, file);
    return {
      rows: table.map((row) => ({
        line: row.line,
        lines: 1,
        code: repairCode(row.get('INSEE_COM')),
        cells: cellsOf(row, file),
      })),
      refused: [],
      edition: editionOfQuarter(name) ?? editionOfQuarter(file),
    };
  },
};

async function readDeployments(path: string, file: string): Promise<{ name: string; table: TableRow[] }> {
  const { name, bytes } = (await isZip(path))
    ? await readNamedEntry(path, /commune.*\.dbf$|\.dbf$/i, MAX_BYTES)
    : { name: file, bytes: await readBytes(path) };
  if (looksLikeDbf(bytes)) return { name, table: readDbf(bytes, file, COLUMNS) };
  const text = decodeText(bytes, file);
  const separator = text.slice(0, text.search(/\r?\n|$/)).includes(';') ? ';' : ',';
  return { name, table: readTable(text, file, { separator, columns: COLUMNS }) };
}

function cellsOf(row: TableRow, file: string): ValueRow['cells'] {
  const premises = readCount(row, 'Locaux', file);
  const fibre = readCount(row, 'ftth', file);
  const share = shareOf(capped(fibre, premises), premises, { file, line: row.line, column: 'ftth' });
  return new Map([
    ['cartefibre', withWeight(share, isKnown(premises) ? premises.value : null)],
    ['cartefibre-locaux', withWeight(premises, null)],
  ]);
}

/** Operators count what they build, ARCEP estimates what there is: the first may exceed the second. */
const capped = (part: Cell, whole: Cell): Cell =>
  isKnown(part) && isKnown(whole) ? known(Math.min(part.value, whole.value)) : part;
