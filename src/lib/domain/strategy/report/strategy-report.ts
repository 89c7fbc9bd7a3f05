import { actionsBlocks } from './actions-chapter.ts';
import { actorsBlocks } from './actors-chapter.ts';
import { budgetBlocks } from './budget-chapter.ts';
import { diagnosisBlocks } from './diagnosis-chapter.ts';
import { followUpBlocks } from './follow-up-chapter.ts';
import { gapsBlocks } from './gaps-chapter.ts';
import { governanceBlocks } from './governance-chapter.ts';
import { methodBlocks } from './method-chapter.ts';
import { perimeterBlocks } from './perimeter-chapter.ts';
import { prioritiesBlocks } from './priorities-chapter.ts';
import { proseOf } from './blocks.ts';
import { CHAPTERS, type Block, type ChapterKey, type Report } from './report-document.ts';
import type { ReportInput } from './report-input.ts';
import { summaryBlocks } from './summary-chapter.ts';
import { withEdits } from './with-edits.ts';

const WRITERS: Readonly<Record<ChapterKey, (input: ReportInput) => Block[]>> = {
  summary: summaryBlocks,
  perimeter: perimeterBlocks,
  diagnosis: diagnosisBlocks,
  voices: ({ strategy, voice }) => proseOf(voice, null, strategy.voices),
  actors: actorsBlocks,
  gaps: gapsBlocks,
  priorities: prioritiesBlocks,
  actions: actionsBlocks,
  governance: governanceBlocks,
  budget: budgetBlocks,
  followUp: followUpBlocks,
  method: methodBlocks,
};

/** A strategy as a report: chapters in the national order, those with nothing yet saying so, rewritten passages in their place. */
export function strategyReport(input: ReportInput): Report {
  const { strategy, place, owner, day, voice } = input;
  const report: Report = {
    name: strategy.name || voice.untitled,
    place,
    owner,
    day,
    chapters: CHAPTERS.map(({ key }) => {
      const blocks = WRITERS[key](input);
      const empty = voice.empty[key];
      return {
        key,
        title: voice.chapters[key],
        blocks: blocks.length === 0 && empty !== undefined ? [{ is: 'note', text: empty }] : blocks,
      };
    }),
  };
  return withEdits(report, strategy.passages);
}
