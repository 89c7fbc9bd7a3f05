import { sourceNotice, type SourceId } from '#lib/domain/indicators/source.ts';
import { formatCount, formatNumber } from '#lib/format/number.ts';
import type { LoadOutcome } from '#lib/server/import/steps/load-outcome.ts';
import type { Origin } from '#lib/server/import/origin.ts';
import type { Check } from '#lib/server/import/verify.ts';
import type { Status } from '#lib/server/queries/status.ts';

export const say = (line: string): void => void process.stdout.write(`${line}\n`);
const tell = (line: string): void => void process.stderr.write(`${line}\n`);

export function printOrigin(origin: Origin): void {
  tell(
    origin.kind === 'mirror'
      ? `Données lues dans ${origin.folder}`
      : 'Aucun dossier de données trouvé : chargement du territoire de démonstration (fictif).',
  );
}

/** One line a source as the load goes, on the error stream: the standard one is for `--json`. */
export function reportLoad(source: SourceId, event: LoadOutcome | string | null): void {
  const { title } = sourceNotice(source);
  if (event === null) return;
  if (typeof event === 'string') return tell(`  … ${title} : ${event}`);
  if (event.outcome === 'unchanged') return tell(`  = ${title} : inchangé`);
  if (event.outcome === 'absent') return tell(`  · ${title} : non chargé (aucun fichier)`);
  if (event.outcome === 'failed')
    return tell(`  ! ${title} : ${event.message} Les données précédentes restent en place.`);
  const refused = event.rowsRefused > 0 ? `, ${formatCount(event.rowsRefused, 'refusée')}` : '';
  tell(
    `  + ${title} : ${formatCount(event.rowsKept, 'ligne gardée', 'lignes gardées')}${refused} (${formatNumber(event.ms / 1000, 1)} s)`,
  );
}

export function printStatus(status: Status, json: boolean): void {
  if (json) return say(JSON.stringify(status, null, 2));
  const { territories, places } = status;
  if (status.demonstration) say('Territoire de démonstration (fictif).');
  say(
    `${formatCount(territories.communes, 'commune')}, ${formatCount(territories.epci, 'EPCI', 'EPCI')}, ` +
      `${formatCount(territories.populationOfDepartements, 'habitant')} ; ${formatCount(places.nationalSchema, 'lieu du schéma national', 'lieux du schéma national')}, ` +
      `${formatNumber(places.franceServices)} France services, ${formatCount(places.total, 'lieu distinct', 'lieux distincts')}`,
  );
  for (const { title, loaded, indicators } of status.sources) {
    say(
      loaded
        ? `${title} : chargé le ${loaded.loadedAt.slice(0, 10)}, ${formatCount(loaded.rowsKept, 'ligne')}, ${formatCount(loaded.rowsRefused, 'refusée')}`
        : `${title} : non chargé`,
    );
    for (const { id, levels } of indicators) {
      for (const [level, counts] of Object.entries(levels)) {
        const words = Object.entries(counts).filter(([, count]) => count > 0);
        say(
          `    ${id} (${level}) : ${words.map(([state, count]) => `${state} ${formatNumber(count)}`).join(', ')}`,
        );
      }
    }
  }
}

export function printChecks(checks: readonly Check[], json: boolean): void {
  if (json) return say(JSON.stringify(checks, null, 2));
  for (const { subject, ok, detail } of checks) say(`${ok ? '✓' : '✗'} ${subject} : ${detail}`);
}

/** Says what went wrong; gives the exit code. */
export const complain = (line: string): 1 => {
  process.stderr.write(`${line}\n`);
  return 1;
};

/** Refused rows shown on the screen. */
const SHOWN = 20;

/** Says why rows were refused, the first of them. */
export function tellProblems(problems: readonly { line: number; message: string }[]): void {
  for (const { line, message } of problems.slice(0, SHOWN)) say(`  ligne ${line} : ${message}`);
  if (problems.length > SHOWN) say(`  … et ${formatCount(problems.length - SHOWN, 'autre')}.`);
}
