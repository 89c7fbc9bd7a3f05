import type { Block, Passage } from './report-document.ts';
import type { DiagnosisFinding, ReportInput } from './report-input.ts';

/** A finding of the frozen diagnosis as a passage. */
export const findingPassage = (
  prefix: string,
  { id, text, sources }: DiagnosisFinding,
  day: string,
): Passage => ({ is: 'passage', key: `${prefix}.${id}`, generated: text, sources, day, edit: null });

/** The diagnosis as it was frozen: its day and editions, what stands out, its tables and maps. */
export function diagnosisBlocks({ diagnosis, voice }: ReportInput): Block[] {
  if (!diagnosis) return [];
  const { figures, findings, blocks } = diagnosis;
  const frozen: Passage = {
    is: 'passage',
    key: 'diagnostic.editions',
    generated: `Les chiffres de ce chapitre portent sur ${figures.name}. Ils ont été figés le ${voice.day(figures.day)}, sur ${voice.count(figures.editions.length, 'édition')} de sources.`,
    sources: figures.editions.map(({ title }) => title),
    day: figures.day,
    edit: null,
  };
  return [
    frozen,
    ...findings.map((finding) => findingPassage('diagnostic', finding, figures.day)),
    ...blocks,
  ];
}
