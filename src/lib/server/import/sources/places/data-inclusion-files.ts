import { basename } from 'node:path';
import { CommuneFinder } from '../../../../domain/places/locate.ts';
import {
  columnsRefusal,
  type DataInclusionFile,
} from '../../../../domain/places/schema/data-inclusion-columns.ts';
import { isDigital } from '../../../../domain/places/schema/data-inclusion-words.ts';
import { readDataInclusion } from '../../../../domain/places/schema/data-inclusion.ts';
import type { Place } from '../../../../domain/places/place.ts';
import type { Territories } from '../../../../domain/territory/territories.ts';
import { ordinaryWeek } from '../../../places/ordinary-week.ts';
import type { Edition, Refusal } from '../../adapter.ts';
import { ImportError } from '../../import-error.ts';
import { editionOfDays } from '../../read/edition.ts';
import { fileDate } from '../../read/read-file.ts';
import type { TableRow } from '../../read/read-table.ts';
import { streamTable } from '../../read/stream-table.ts';

/** Structures and services of data·inclusion v1, as they are published today. */
export const DATA_INCLUSION_FILES = ['data-inclusion-structures.csv', 'data-inclusion-services.csv'] as const;

type Row = Readonly<Record<string, string>>;

/** The rows of a file that concern us, and where they stood in it. */
interface Sifted {
  rows: Row[];
  lines: number[];
  read: number;
}

/** The structures that have a digital service, as places of a source; the other rows are read and left. */
export async function readDataInclusionFiles(
  source: string,
  [structuresPath = '', servicesPath = '']: readonly string[],
  territories: Territories,
): Promise<{ places: Place[]; rowsRead: number; refused: Refusal[]; edition?: Edition }> {
  const services = await sift(servicesPath, 'services', (row) => isDigital(row.get('thematiques')));
  const helping = new Set(services.rows.map((row) => keyOf(row.source, row.structure_id)));
  const structures = await sift(structuresPath, 'structures', (row) =>
    helping.has(keyOf(row.get('source'), row.get('id'))),
  );
  const { places, refused } = readDataInclusion(
    structures.rows,
    services.rows,
    new CommuneFinder(territories),
  );
  if (places.length === 0)
    throw new ImportError('aucune structure n’a de service numérique', {
      file: basename(structuresPath),
      expected: 'les structures et les services du même jour',
    });
  const linesOf = { structures: structures.lines, services: services.lines };
  return {
    places: places.map((place) => ({
      ...place,
      sources: [source],
      week: place.hours === null ? null : ordinaryWeek(place.hours),
    })),
    rowsRead: structures.read,
    refused: refused.map(({ file, row, id, reason }) => ({
      line: row === null ? null : (linesOf[file][row - 1] ?? null),
      code: id,
      reason: `fichier des ${file} : ${reason}`,
    })),
    edition: editionOfDays(await pastDays(places, structuresPath)),
  };
}

const keyOf = (source = '', id = ''): string => JSON.stringify([source.trim(), id.trim()]);

async function sift(
  path: string,
  file: DataInclusionFile,
  concerns: (row: TableRow) => boolean,
): Promise<Sifted> {
  const sifted: Sifted = { rows: [], lines: [], read: 0 };
  await streamTable(path, ',', async ({ header, rows }) => {
    const refusal = columnsRefusal(header, file);
    if (refusal !== null) throw new ImportError(refusal, { file: basename(path) });
    for await (const row of rows) {
      sifted.read++;
      if (!concerns(row)) continue;
      sifted.rows.push(Object.fromEntries(header.map((column) => [column, row.get(column)])));
      sifted.lines.push(row.line);
    }
  });
  return sifted;
}

/** The days of the records, but those after the file: a slip of a year makes no edition. */
async function pastDays(places: readonly Place[], path: string): Promise<string[]> {
  const last = (await fileDate(path)).toISOString().slice(0, 10);
  return places.map(({ updated }) => updated ?? '').filter((day) => day <= last);
}
