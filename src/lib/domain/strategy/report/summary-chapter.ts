import { actionsPassage } from './actions-chapter.ts';
import { ownPassage, yearsOf } from './blocks.ts';
import { budgetPassage } from './budget-chapter.ts';
import { findingPassage } from './diagnosis-chapter.ts';
import { followUpPassage } from './follow-up-chapter.ts';
import { gapsPassage } from './gaps-chapter.ts';
import { prioritiesPassage } from './priorities-chapter.ts';
import type { Passage } from './report-document.ts';
import type { ReportInput } from './report-input.ts';

/** Findings of the diagnosis in the summary: it holds on a page. */
const FINDINGS = 3;

/** The whole strategy in a page: what an elected member reads before the vote. */
export function summaryBlocks(input: ReportInput): Passage[] {
  const { strategy, place, diagnosis } = input;
  const where = place === '' ? '' : ` Territoire : ${place}.`;
  const who = strategy.sponsor === '' ? '' : `, portée par ${strategy.sponsor}`;
  const when = yearsOf(strategy.from, strategy.to);
  return [
    ownPassage(
      input,
      'resume.territoire',
      `Stratégie d’inclusion numérique${who}${when === '' ? '' : `, ${when}`}.${where}`,
    ),
    ...(diagnosis?.findings ?? [])
      .slice(0, FINDINGS)
      .map((finding) => findingPassage('resume', finding, diagnosis?.figures.day ?? '')),
    ...gapsPassage(input, 'resume.ecarts'),
    ...prioritiesPassage(input, 'resume.priorites'),
    ...actionsPassage(input, 'resume.actions'),
    ...budgetPassage(input, 'resume.budget'),
    ...followUpPassage(input, 'resume.suivi'),
  ];
}
