import { sourceNotice, type SourceId } from '#lib/domain/indicators/source.ts';
import { formatShortDate } from '#lib/format/date.ts';
import { formatCount } from '#lib/format/number.ts';
import { editions as words } from '#lib/messages/editions.ts';
import type { Database } from '#lib/server/db/client.ts';
import { acceptNoted } from '#lib/server/editions/check-sources.ts';
import { refuseEdition } from '#lib/server/editions/accept.ts';
import { readVersions } from '#lib/server/editions/former.ts';
import { readAllPending } from '#lib/server/editions/pending.ts';
import { tellAlarm } from '#lib/server/editions/tell-alarm.ts';
import { complain, say } from './print.ts';

/** Lists every version of every source, and the new editions that wait. */
export async function listEditions(database: Database, json: boolean): Promise<number> {
  const versions = await readVersions(database);
  const pending = await readAllPending(database);
  if (json) {
    say(JSON.stringify({ versions, pending }, null, 2));
    return 0;
  }
  for (const { id, title, edition, loadedAt, sha256, current, columns } of versions) {
    const kept = columns > 0 ? `, ${formatCount(columns, 'colonne')}` : '';
    say(
      `${current ? '*' : ' '} ${id}  ${title}, ${edition}, ${formatShortDate(loadedAt)}, ${sha256.slice(0, 12)}${kept}`,
    );
  }
  for (const { source, fetchedAt, refusedAt, changes } of pending) {
    say(
      `? ${sourceNotice(source).title} : nouvelle édition du ${formatShortDate(fetchedAt)}${refusedAt ? ', mise de côté' : ''}`,
    );
    for (const alarm of changes.alarms) say(`    ! ${tellAlarm(alarm)}`);
  }
  return 0;
}

/** Who writes, from a command line. */
const hand = () => ({ now: new Date(), owner: null, account: null });

/**
 * Puts new editions that wait in use; with `proposal`, only what somebody read and accepted on the page. Gives
 * the exit code: 1 when one could not be.
 */
export async function acceptEditions(
  database: Database,
  sources: readonly SourceId[],
  dataDir: string,
  proposal?: string,
): Promise<number> {
  let failed = 0;
  for (const source of sources) {
    const { title } = sourceNotice(source);
    const report = (step: string): void => void process.stderr.write(`  … ${title} : ${step}\n`);
    const accepted = await acceptNoted(database, source, { dataDir, hand: hand(), report, proposal });
    if (accepted === null) return complain(words.problems.busy);
    if (accepted.outcome === 'loaded') say(`${title} : ${words.outcomes.loaded}`);
    else if (accepted.outcome === 'failed') failed += complain(`${title} : ${accepted.message}`);
    else failed += complain(`${title} : ${words.problems[PROBLEM_OF[accepted.outcome]]}`);
  }
  return failed > 0 ? 1 : 0;
}

/** What is said when nothing was put in use. */
const PROBLEM_OF = { moved: 'moved', replaced: 'replaced', refused: 'keptOut', none: 'gone' } as const;

/** Keeps new editions that wait out. */
export async function refuseEditions(database: Database, sources: readonly SourceId[]): Promise<number> {
  let failed = 0;
  for (const source of sources) {
    const { title } = sourceNotice(source);
    if (await refuseEdition(database, hand(), source)) say(`${title} : ${words.outcomes.kept}`);
    else failed += complain(`${title} : ${words.problems.gone}`);
  }
  return failed > 0 ? 1 : 0;
}
