import type { TableLevel } from '../domain/tables/keys/key-kind.ts';
import type { FigureColumn, TableReading } from '../domain/tables/reading.ts';
import type { JoinReport } from '../domain/tables/join/report.ts';
import { formatCount, formatNumber, formatPercent } from '../format/number.ts';
import { tableaux } from '../messages/tableaux.ts';

const words = tableaux.joined;

/** What joining a table gave, in sentences and rows ready to be shown. */
export interface ShownReport {
  /** Whether there is something to keep. */
  keepable: boolean;
  /** Why there is nothing to keep; `null` where there is. */
  nothing: string | null;
  sentences: string[];
  edition: string[];
  merged: string[];
  /** What gathering rows costs, in sentences. */
  gathering: string[];
  /** Territories left without a figure though they have rows, by column and by why. */
  without: { sentence: string; names: string[] }[];
  unmatched: { reason: string; count: string }[];
  unmatchedCount: number;
  examples: { line: number; text: string; reason: string }[];
  columns: { label: string; kind: string; unit: string; counts: string[] }[];
  unread: { line: number; heading: string; text: string; reason: string }[];
  unreadCount: number;
}

/** What joining a table gave, as it is shown. */
export function shownReport(report: JoinReport, reading: TableReading): ShownReport {
  const known = report.columns.some((column) => column.known > 0);
  const unmatchedCount = report.rowsRead - report.rowsJoined;
  return {
    keepable: report.rowsJoined > 0 && known,
    nothing: report.rowsJoined === 0 ? words.nothing : known ? null : words.noFigures,
    sentences: sentencesOf(report),
    edition: editionOf(report),
    merged: report.edition.merged.map(({ name, code, current, currentName }) =>
      words.mergedItem(name ?? code, code, `${currentName} (${current})`),
    ),
    gathering: [...gatheringOf(report, reading), ...plainOf(report, reading)],
    without: withoutOf(report, reading),
    unmatched: Object.entries(report.unmatched).map(([reason, count]) => ({
      reason: tableaux.reason(reason, null),
      count: formatNumber(count),
    })),
    unmatchedCount,
    examples: report.examples.map(({ line, text, reason, detail }) => ({
      line,
      text,
      reason: tableaux.reason(reason, detail),
    })),
    columns: report.columns.map(({ slug, heading, known: with_, secret, absent, unread }) => {
      const figure = reading.figures.find((one) => one.slug === slug);
      return {
        label: figure?.label ?? heading,
        kind: tableaux.kinds[figure?.kind ?? 'count'] ?? '',
        unit: figure?.unit ?? '',
        counts: [with_, secret, absent, unread].map((count) => formatNumber(count)),
      };
    }),
    unread: report.unread.map((cell) => ({ ...cell, reason: tableaux.unread[cell.reason] ?? '' })),
    unreadCount: report.columns.reduce((sum, { unread }) => sum + unread, 0),
  };
}

function sentencesOf(report: JoinReport): string[] {
  const { rowsJoined, rowsRead, territories, territoriesInAll, level, people, peopleInAll } = report;
  const sentences = [
    words.sentence(
      formatCount(rowsJoined, words.rowOne),
      formatNumber(rowsRead),
      formatPercent((100 * rowsJoined) / Math.max(1, rowsRead)),
    ),
    words.territories(
      formatNumber(territories),
      formatNumber(territoriesInAll),
      tableaux.levels[level] ?? level,
    ),
  ];
  if (people !== null && peopleInAll)
    sentences.push(words.people(formatPercent((100 * people) / peopleInAll, 1)));
  if (report.zeros > 0)
    sentences.push(words.zeros(formatCount(report.zeros, words.zerosOne, words.zerosPlural)));
  if (report.summed > 0)
    sentences.push(words.summed(formatCount(report.summed, words.summedOne, words.summedPlural)));
  return sentences;
}

function editionOf({ edition: { from, to, mergedCount, split } }: JoinReport): string[] {
  if (to === null) return [];
  const said =
    from === null
      ? words.editionUntil(String(to), to >= 2026)
      : words.editionBetween(String(from), String(to));
  const merged =
    mergedCount > 0 ? [words.merged(formatCount(mergedCount, words.mergedOne, words.mergedPlural))] : [];
  const parted = split.length > 0 ? [words.split(split.map(({ name }) => name).join(', '))] : [];
  return [said, ...merged, ...parted];
}

function gatheringOf({ gathering, columns, key }: JoinReport, { figures }: TableReading): string[] {
  if (!gathering) return [];
  const { gathered, shared } = gathering;
  const sentences: string[] = [];
  if (gathered > 0)
    sentences.push(words.gathered(formatCount(gathered, words.gatheredOne, words.gatheredPlural)));
  if (shared > 0) sentences.push(words.shared(formatCount(shared, words.sharedOne, words.sharedPlural)));
  if (key === 'qpv') sentences.push(words.qpv);
  for (const { slug, heading, spread } of columns) {
    const figure = figures.find((one) => one.slug === slug);
    if (!spread || !figure) continue;
    const shown = (value: number): string => `${formatNumber(value, 1)}\u00a0${figure.unit}`.trim();
    sentences.push(words.spread(labelOf(figure, heading), shown(spread.mean), shown(spread.widest)));
  }
  return sentences;
}

const labelOf = (figure: FigureColumn | undefined, heading: string): string => figure?.label || heading;

/** What was averaged without weights, which a reader would take for weighted. */
const plainOf = ({ columns, level }: JoinReport, { figures }: TableReading): string[] =>
  columns.flatMap(({ slug, heading, plain }) => {
    const figure = figures.find((one) => one.slug === slug);
    if (!plain || !figure) return [];
    return words.plain(
      labelOf(figure, heading),
      formatCount(plain.rows, words.rowOne),
      territoriesOf(plain.territories, level),
      words.plainWhy[figure.denominator.by] ?? '',
    );
  });

function withoutOf({ columns, level }: JoinReport, { figures }: TableReading): ShownReport['without'] {
  return columns.flatMap(({ slug, heading, without = [] }) => {
    const label = labelOf(
      figures.find((one) => one.slug === slug),
      heading,
    );
    return without.map(({ why, count, territories }) => {
      const names = territories.map(({ name, code }) => words.withoutItem(name, code));
      if (count > names.length) names.push(words.withoutMore(territoriesOf(count - names.length, level)));
      return { sentence: words.without[why](label, territoriesOf(count, level)), names };
    });
  });
}

/** « 3 communes », « 1 département ». */
function territoriesOf(count: number, level: TableLevel): string {
  const [one, several] = words.levelNames[level];
  return formatCount(count, one, several);
}
