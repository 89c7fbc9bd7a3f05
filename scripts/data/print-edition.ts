import { sourceNotice, type SourceId } from '#lib/domain/indicators/source.ts';
import type { Territories } from '#lib/domain/territory/territories.ts';
import { editions as words } from '#lib/messages/editions.ts';
import type { Checked } from '#lib/server/editions/check-sources.ts';
import { tellChanges } from '#lib/server/editions/tell-changes.ts';
import { say } from './print.ts';

/** Says what came of asking a source, and what its new edition changes. */
export function printChecked(source: SourceId, result: Checked, territories: Territories): void {
  const { title } = sourceNotice(source);
  const proposal = result.outcome === 'accepted' ? result.proposal : result;
  if (proposal.outcome === 'failed') return say(`! ${title} : ${proposal.message}`);
  const outcome = result.outcome === 'accepted' ? 'loaded' : result.outcome;
  say(
    `${outcome === 'unchanged' ? '=' : '+'} ${title} : ${outcome === 'failed' ? '' : words.outcomes[outcome]}`,
  );
  if (proposal.outcome !== 'proposed') return;
  const { alarms, summary, columns } = tellChanges(proposal.changes, territories);
  for (const alarm of alarms) say(`    ! ${alarm}`);
  for (const sentence of summary) say(`    ${sentence}`);
  for (const { label, sentences } of columns) say(`    ${label} : ${sentences.join(' ')}`);
  if (result.outcome === 'proposed') say(`    ${words.command(source)}`);
}
