import { existsSync } from 'node:fs';
import { formatCount } from '#lib/format/number.ts';
import type { Database } from '#lib/server/db/client.ts';
import { IntakeError } from '#lib/server/intake/intake-error.ts';
import { importInhabitedPoints } from '#lib/server/jobs/inhabited-points.ts';
import { complain, say, tellProblems } from './print.ts';

/** Brings in where people live in large communes. Gives the exit code. */
export async function inhabitedPoints(database: Database, file: string | undefined): Promise<number> {
  if (file === undefined)
    return complain('Donnez un fichier : une ligne par point, « commune », « lon », « lat », « habitants ».');
  if (!existsSync(file))
    return complain(`Le fichier « ${file} » n’existe pas. Vérifiez son nom et son dossier.`);
  try {
    const { kept, communes, problems } = await importInhabitedPoints(database, file, new Date());
    tellProblems(problems);
    say(
      `${formatCount(kept, 'point gardé', 'points gardés')} dans ${formatCount(communes, 'commune')}, ${formatCount(problems.length, 'ligne refusée', 'lignes refusées')}.`,
    );
    return 0;
  } catch (cause) {
    if (cause instanceof IntakeError) return complain(cause.message);
    throw cause;
  }
}
