import type { Passage as PassageItem } from '../model/strategy.ts';
import { readField } from '../record/read-field.ts';
import { fieldKind } from '../record/item-kind.ts';
import type { Block, Passage, Report } from './report-document.ts';

/** Sentences in the normal form in which their rewriting is kept: what differs by spaces at its ends does not differ. */
export function basisOf(generated: string): string {
  const kind = fieldKind('passage', 'basis');
  const read = kind && readField(kind, generated);
  return read && 'value' in read ? read.value : generated;
}

/** A report with the passages that were rewritten by hand; one whose figures changed since says so, and stays. */
export function withEdits(report: Report, items: readonly PassageItem[]): Report {
  const byKey = new Map<string, PassageItem>();
  for (const item of items) if (item.text !== '' && !byKey.has(item.key)) byKey.set(item.key, item);
  const edited = (passage: Passage): Passage => {
    const item = byKey.get(passage.key);
    if (!item) return passage;
    const { text, basis } = item;
    return { ...passage, edit: { text, basis, isStale: basis !== basisOf(passage.generated) } };
  };
  return {
    ...report,
    chapters: report.chapters.map((chapter) => ({
      ...chapter,
      blocks: chapter.blocks.map((block): Block => (block.is === 'passage' ? edited(block) : block)),
    })),
  };
}
