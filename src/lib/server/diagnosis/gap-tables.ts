import type { CountCell, GapTables } from '../../diagnosis/diagnosis.ts';
import { keepTogether } from '../../format/typography.ts';
import type { Coverage, Headcount } from '../../domain/access/coverage.ts';
import { formatCount, formatNumber, formatPercent, NO_BREAK_SPACE } from '../../format/number.ts';
import { diagnostic } from '../../messages/diagnostic.ts';

const words = diagnostic.gap;

/** The thresholds are whole kilometres. */
const formatKilometres = (metres: number): string => `${formatNumber(metres / 1000)}${NO_BREAK_SPACE}km`;

const cell = (part: number, whole: number): CountCell => ({
  count: formatNumber(Math.round(part)),
  share: whole === 0 || part === 0 ? '' : formatPercent((100 * part) / whole, part === whole ? 0 : 1),
});

/** The people far from a place, as two tables: by age, and by class of standard of living. */
export function gapTables(coverage: Coverage, breaks: readonly number[]): GapTables {
  const { all } = coverage;
  const lines: { label: string; count: Headcount }[] = [
    { label: words.all, count: all },
    ...coverage.beyond.map(({ metres, count }) => ({ label: words.beyond(formatKilometres(metres)), count })),
  ];
  const notes: string[] = [words.editions];
  if (breaks.length > 0) notes.unshift(words.classHow(breaks.map((limit) => formatNumber(limit)).join(', ')));
  const { unplaced, eldersUnknown } = coverage;
  if (unplaced.communes > 0) {
    notes.push(
      words.unplaced(formatCount(unplaced.communes, 'commune'), formatCount(unplaced.people, 'habitant')),
    );
  }
  if (eldersUnknown.communes > 0) {
    const communes = formatCount(eldersUnknown.communes, 'commune');
    notes.push(words.eldersUnknown(communes, formatCount(eldersUnknown.people, 'habitant')));
  }
  return {
    people: lines.map(({ label, count }) => ({
      label,
      communes: formatNumber(count.communes),
      people: cell(count.people, all.people),
      elders: cell(count.elders, all.elders),
    })),
    classes: [...words.classes, words.classUnknown],
    byClass: lines.map(({ label, count }) => ({
      label,
      cells: [
        ...words.classes.map((_, at) => cell(count.byGroup[at] ?? 0, all.byGroup[at] ?? 0)),
        cell(count.groupUnknown, all.groupUnknown),
      ],
    })),
    notes: notes.map(keepTogether),
  };
}
