import { existsSync } from 'node:fs';
import { formatCount, formatPercent } from '#lib/format/number.ts';
import type { Database } from '#lib/server/db/client.ts';
import { IntakeError } from '#lib/server/intake/intake-error.ts';
import { IsochroneService, type Profile } from '#lib/server/jobs/isochrone-service.ts';
import { askIsochrones } from '#lib/server/jobs/isochrones.ts';
import type { TravelOutcome } from '#lib/server/jobs/keep-travel.ts';
import { askOsrm, importMatrix } from '#lib/server/jobs/travel-times.ts';
import { complain, say, tellProblems } from './print.ts';

/** What the command line asks: a file, or a server and a territory; the first that is set. */
export interface TravelTimesAsked {
  file: string | undefined;
  /** Pairs that the file does not give take longer than as many minutes. */
  most: number | null;
  osrm: string | undefined;
  isochrones: { url: string | undefined; minutes: number[]; profile: Profile } | null;
  within: string | undefined;
  /** Whether a server is asked for ways to communes too, where one may open. */
  toCommunes: boolean;
}

/** Brings travel times in, from a matrix or from a server. Gives the exit code. */
export async function travelTimes(database: Database, asked: TravelTimesAsked): Promise<number> {
  const { file, most, osrm, isochrones, within, toCommunes } = asked;
  const now = new Date();
  try {
    if (file !== undefined) {
      if (toCommunes)
        return complain(
          'Une matrice dit elle-même où l’on va : --to-communes ne va qu’avec --osrm ou --isochrones. Écrivez des codes Insee dans sa colonne « lieu ».',
        );
      if (!existsSync(file))
        return complain(`Le fichier « ${file} » n’existe pas. Vérifiez son nom et son dossier.`);
      return tell(await importMatrix(database, file, { most, now }));
    }
    if ((osrm === undefined && isochrones === null) || within === undefined)
      return complain(
        'Donnez un fichier, ou l’adresse d’un serveur OSRM (--osrm, ou OSRM_URL) ou --isochrones, et un territoire (--within).',
      );
    const onprogress = (share: number): void => void process.stderr.write(`\r${formatPercent(100 * share)} `);
    const where = { within, toCommunes, now, onprogress };
    if (osrm !== undefined) return tell(await askOsrm(database, osrm, where));
    const { url, minutes, profile } = isochrones ?? { url: undefined, minutes: [], profile: 'car' };
    const service = new IsochroneService(url);
    return tell(await askIsochrones(database, service, { ...where, minutes, profile }));
  } catch (cause) {
    if (cause instanceof IntakeError || cause instanceof RangeError) return complain(cause.message);
    throw cause;
  }
}

function tell({ kept, problems, skipped, interrupted }: TravelOutcome): number {
  tellProblems(problems);
  for (const one of skipped) say(`  sans réponse : ${one}`);
  say(
    `${formatCount(kept, 'trajet gardé', 'trajets gardés')}, ${formatCount(problems.length, 'ligne refusée', 'lignes refusées')}.`,
  );
  if (interrupted === null) return 0;
  return complain(
    `${interrupted} ${kept > 0 ? 'Les trajets reçus avant sont gardés : ils sont une partie du territoire.' : 'Rien n’a changé.'}`,
  );
}
