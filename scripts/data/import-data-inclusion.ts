import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { CommuneFinder } from '#lib/domain/places/locate.ts';
import { readDataInclusion } from '#lib/domain/places/schema/data-inclusion.ts';
import { formatCount, formatNumber } from '#lib/format/number.ts';
import type { Database } from '#lib/server/db/client.ts';
import { IntakeError } from '#lib/server/intake/intake-error.ts';
import { readTableFile } from '#lib/server/intake/read-table-file.ts';
import type { TableFile } from '#lib/server/intake/table-file.ts';
import { importList } from '#lib/server/places/import-list.ts';
import { readLists } from '#lib/server/places/lists.ts';
import { ordinaryWeek } from '#lib/server/places/ordinary-week.ts';
import { readTerritories } from '#lib/server/queries/territories.ts';
import type { ImportPlaces } from './import-places.ts';

/** Refusals shown on the screen. */
const SHOWN = 20;

const say = (line: string): void => void process.stdout.write(`${line}\n`);

type Row = Readonly<Record<string, string>>;

const rowsOf = ({ headings, rows }: TableFile): Row[] =>
  rows.map((cells) => Object.fromEntries(headings.map((heading, at) => [heading, cells[at] ?? ''])));

/** Brings data·inclusion v1 in, structures with their services; only what helps with the digital is kept. Gives the exit code. */
export async function importDataInclusion(
  database: Database,
  asked: Omit<ImportPlaces, 'corrected'> & { services: string },
): Promise<number> {
  const missing = [asked.file, asked.services].find((path) => !existsSync(path));
  if (missing !== undefined) {
    process.stderr.write(`Le fichier « ${missing} » n’existe pas. Vérifiez son nom et son dossier.\n`);
    return 1;
  }
  let tables: [TableFile, TableFile];
  try {
    tables = [
      await readTableFile(asked.file, { name: basename(asked.file) }),
      await readTableFile(asked.services, { name: basename(asked.services) }),
    ];
  } catch (cause) {
    if (!(cause instanceof IntakeError)) throw cause;
    process.stderr.write(`${cause.message}\n`);
    return 1;
  }
  const finder = new CommuneFinder(await readTerritories(database));
  const { places, refused } = readDataInclusion(rowsOf(tables[0]), rowsOf(tables[1]), finder);
  for (const { file, row, reason } of refused.slice(0, SHOWN))
    say(`  ${file}${row === null ? '' : `, ligne ${row}`} : ${reason}`);
  say(
    `${formatCount(places.length, 'lieu lu', 'lieux lus')}, ${formatCount(refused.length, 'ligne refusée', 'lignes refusées')}.`,
  );
  if (places.length === 0) return 1;
  if (!asked.yes) {
    say('Rien n’a été enregistré. Relancez avec --yes pour enregistrer.');
    return 0;
  }
  const held = (await readLists(database, asked.owner)).find(({ name }) => name === asked.list);
  const result = await importList(
    database,
    {
      list: { id: held?.id ?? null, name: asked.list, shared: asked.shared },
      file: basename(asked.file),
      sha256: createHash('sha256')
        .update(readFileSync(asked.file))
        .update(readFileSync(asked.services))
        .digest('hex'),
      rows: places.map((place) => ({
        place: place.hours === null ? place : { ...place, week: ordinaryWeek(place.hours) },
        contact: null,
      })),
      rowsRead: tables[0].rows.length,
      refused: refused.length,
    },
    { now: new Date(), owner: asked.owner, account: null },
  );
  const { created, updated, unchanged } = result;
  say(
    `Enregistré : ${formatNumber(created)} créés, ${formatNumber(updated)} corrigés, ${formatNumber(unchanged)} inchangés.`,
  );
  return 0;
}
