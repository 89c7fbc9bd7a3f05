import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { correctedTable } from '#lib/domain/places/intake/corrected.ts';
import { FIELD_LABELS } from '#lib/domain/places/intake/fields.ts';
import { formatCount, formatNumber } from '#lib/format/number.ts';
import type { Database } from '#lib/server/db/client.ts';
import { writeCsvRows } from '#lib/server/export/csv.ts';
import { IntakeJob } from '#lib/server/jobs/intake-job.ts';
import { GEOCODER } from '#lib/server/places/geocoder-address.ts';
import { readLists } from '#lib/server/places/lists.ts';
import { readTerritories } from '#lib/server/queries/territories.ts';

/** What the command line asks. */
export interface ImportPlaces {
  file: string;
  /** Name of the list, made when there is none of that name. */
  list: string;
  shared: boolean;
  /** Whether to keep what was checked; otherwise it is only shown. */
  yes: boolean;
  /** Where to write the corrected file. */
  corrected: string | undefined;
  /** On whose behalf; `null` where there are no accounts. */
  owner: string | null;
}

/** Problems shown on the screen: the corrected file has them all. */
const SHOWN = 20;

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** Brings a file of places into a list from the command line: the same steps as `/lieux/importer`. Gives the exit code. */
export async function importPlaces(database: Database, asked: ImportPlaces): Promise<number> {
  if (!existsSync(asked.file)) {
    process.stderr.write(`Le fichier « ${asked.file} » n’existe pas. Vérifiez son nom et son dossier.\n`);
    return 1;
  }
  const held = (await readLists(database, asked.owner)).find(({ name }) => name === asked.list);
  const job = new IntakeJob(
    {
      database,
      territories: () => readTerritories(database),
      changed: () => Promise.resolve(),
      now: () => new Date(),
      geocoder: process.env.GEOCODER_URL || GEOCODER,
    },
    asked.file,
    basename(asked.file),
    { id: held?.id ?? null, name: asked.list, shared: asked.shared },
    { owner: asked.owner, account: null },
  );
  job.read();
  await job.under;
  if (!job.table) return failed(job);
  say(`${formatCount(job.table.rows.length, 'ligne lue', 'lignes lues')}.`);
  job.table.headings.forEach((heading, at) => {
    const guess = job.guesses[at];
    say(`  ${heading} → ${FIELD_LABELS[job.mapping[at] ?? 'ignored']}${guess?.why ? ` (${guess.why})` : ''}`);
  });
  job.check(job.mapping);
  await job.under;
  if (!job.checked) return failed(job);
  await showChecked(job, asked.corrected);
  if (!asked.yes) {
    say('Rien n’a été enregistré. Relancez avec --yes pour enregistrer.');
    return 0;
  }
  job.confirm();
  await job.under;
  if (!job.result) return failed(job);
  const { created, updated, unchanged, refused } = job.result;
  const [made, corrected, same, out] = [created, updated, unchanged, refused].map((count) =>
    formatNumber(count),
  );
  say(`Enregistré : ${made} créés, ${corrected} corrigés, ${same} inchangés, ${out} lignes refusées.`);
  return 0;
}

async function showChecked({ table, checked, mapping }: IntakeJob, path: string | undefined): Promise<void> {
  if (!table || !checked) return;
  const problems = checked.rows.flatMap(({ line, problems: own }) => own.map((one) => ({ line, ...one })));
  for (const { line, message } of problems.slice(0, SHOWN)) say(`  ligne ${line} : ${message}`);
  if (problems.length > SHOWN)
    say(`  … et ${formatNumber(problems.length - SHOWN)} autres (--corrected FICHIER les donne toutes).`);
  const { created, updated, unchanged, refused } = checked.changes;
  say(
    `À créer : ${created.length}, à corriger : ${updated.length}, inchangées : ${unchanged.length}, refusées : ${refused.length}.`,
  );
  if (checked.interrupted) say(checked.interrupted);
  if (path === undefined) return;
  const { headings, rows } = correctedTable(
    { headings: table.headings, rows: table.rows, mapping },
    checked.rows,
  );
  await writeFile(path, [...writeCsvRows([headings, ...rows])].join(''));
}

function failed({ problem }: IntakeJob): number {
  process.stderr.write(`${problem ?? 'L’import n’a pas abouti. Rien n’a été enregistré.'}\n`);
  return 1;
}
