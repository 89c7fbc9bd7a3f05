import type { TableReading } from '../domain/tables/reading.ts';
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
    gathering: gatheringOf(report, reading),
    unmatched: Object.entries(report.unmatched).map(([reason, count]) => ({
      reason: tableaux.reasons[reason] ?? reason,
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
    sentences.push(words.spread(figure.label || heading, shown(spread.mean), shown(spread.widest)));
  }
  return sentences;
}
