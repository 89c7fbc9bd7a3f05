import { ABSENT, known, SECRET, type Cell } from '../../indicators/value.ts';
import { readCell } from './cell-value.ts';
import type { FigureColumn } from '../reading.ts';
import type { ColumnReport, UnreadCell } from '../join/report.ts';

/** Cells told one by one; the others are only counted. */
const MOST_TOLD = 200;

/** Reads the figures of a table, and keeps count of what could not be read. */
export class FigureReader {
  readonly reports: ColumnReport[];
  readonly unread: UnreadCell[] = [];
  readonly #figures: readonly FigureColumn[];
  readonly #classes: readonly ReadonlyMap<string, number>[];

  constructor(figures: readonly FigureColumn[]) {
    this.#figures = figures;
    this.#classes = figures.map(
      ({ classes }) => new Map(classes.map((text, at) => [text.trim().toLowerCase(), at + 1])),
    );
    this.reports = figures.map(({ slug, heading }) => ({
      slug,
      heading,
      known: 0,
      secret: 0,
      absent: 0,
      unread: 0,
      spread: null,
    }));
  }

  /** The figures of a row, in the order of the columns. */
  read(cells: readonly string[], line: number): Cell[] {
    return this.#figures.map((figure, at) => {
      const text = cells[figure.column] ?? '';
      const cell = this.#cell(text, line, at);
      const report = this.reports[at] as ColumnReport;
      if (cell.state === 'value') report.known++;
      else if (cell.state === 'secret') report.secret++;
      else report.absent++;
      return cell;
    });
  }

  #cell(text: string, line: number, at: number): Cell {
    const { kind, scale } = this.#figures[at] as FigureColumn;
    if (kind === 'category') {
      const value = this.#classes[at]?.get(text.trim().toLowerCase());
      if (value !== undefined) return known(value);
    }
    const read = readCell(text);
    if (read.state === 'secret') return SECRET;
    if (read.state === 'absent') return ABSENT;
    if (read.state === 'value' && kind !== 'category')
      return known(read.percent ? read.value : read.value * scale);
    this.#leave(text, line, at, read.state === 'unread' && kind !== 'category' ? read.reason : 'class');
    return ABSENT;
  }

  #leave(text: string, line: number, at: number, reason: UnreadCell['reason']): void {
    const report = this.reports[at] as ColumnReport;
    report.unread++;
    if (this.unread.length < MOST_TOLD)
      this.unread.push({ line, heading: report.heading, text: text.trim().slice(0, 80), reason });
  }
}
