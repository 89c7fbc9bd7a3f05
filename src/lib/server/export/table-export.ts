import { sourceNotice, type FigureSource, type SourceNotice } from '../../domain/indicators/source.ts';
import { exports as words } from '../../messages/exports.ts';
import { producerName } from './citation.ts';

export type ExportKind = 'text' | 'code' | 'number';

/** A column as its author describes it. */
export interface ExportColumn {
  /** For programs: ASCII, unique in the table. */
  key: string;
  /** For people. */
  label: string;
  /** Heads the column as it is, where columns beside it tell unit, year and source. */
  heading?: string;
  unit: string;
  year: string;
  /** Where its figures come from; `null` for names, codes and what Maillage computes from open sources. */
  source: FigureSource | null;
  kind: ExportKind;
  /** Digits after the comma that a spreadsheet shows; the whole figure is written. */
  decimals: number;
  /** What stands in columns of its own beside the figure: its state in words, and the two ends of its interval. */
  beside: 'nothing' | 'state' | 'state-and-interval';
}

/** A figure with what must be said of it. */
export interface ExportFigure {
  /** `null` when unknown; never 0 for unknown. */
  value: string | number | null;
  /** « valeur », « secret statistique »… */
  state: string;
  /** The 90 % interval of an estimated figure. */
  interval: readonly [low: number, high: number] | null;
}

export type ExportCell = string | number | null | ExportFigure;

export interface ExportRow {
  /** Official code: the feature's id, and what its outline is found by. */
  id: string;
  /** One a column, in the order of the columns. */
  cells: readonly ExportCell[];
}

/** What must be said of a source once the file is away from its page. */
export interface ExportSource extends Pick<
  SourceNotice,
  'id' | 'title' | 'producer' | 'edition' | 'licence' | 'page'
> {
  /** The day it was loaded, as written in France. */
  loaded: string;
}

/** A table that leaves, whatever its format. */
export interface ExportTable {
  title: string;
  /** ISO day, given by the caller. */
  date: string;
  columns: readonly ExportColumn[];
  /** Made as they are written. */
  rows: () => Iterable<ExportRow>;
  /** Method and reservations, a sentence each. */
  notes: readonly string[];
  sources: readonly ExportSource[];
  /** Its own columns tell source and day: a CSV adds none. */
  tellsItself?: true;
}

/** A column as it is written: a figure's state and interval have columns of their own. */
export interface OpenField {
  key: string;
  label: string;
  heading?: string;
  unit: string;
  year: string;
  /** Producer in a word or two; empty without a source. */
  producer: string;
  kind: ExportKind;
  decimals: number;
}

export type OpenCell = string | number | null;

export interface OpenRow {
  id: string;
  cells: OpenCell[];
}

/**
 * A table whose every column may leave. Writers take nothing else, and `OpenTable.of` is the only way
 * to have one: a source that may not be redistributed cannot be written by mistake.
 */
export class OpenTable {
  readonly title: string;
  readonly date: string;
  readonly fields: readonly OpenField[];
  readonly notes: readonly string[];
  readonly sources: readonly ExportSource[];
  /** Not redistributed, and counted in figures that leave: to be named with the others. */
  readonly counted: readonly ExportSource[];
  readonly tellsItself: boolean;
  readonly #table: ExportTable;
  readonly #kept: readonly { column: ExportColumn; at: number }[];

  private constructor(table: ExportTable) {
    const columns = table.columns.map((column, at) => ({ column, at }));
    const restricted = columns.flatMap(({ column: { source } }) =>
      source !== null && !sourceNotice(source).redistribute ? [source] : [],
    );
    this.#table = table;
    this.#kept = columns.filter(({ column }) => mayLeave(column.source));
    this.title = table.title;
    this.date = table.date;
    this.tellsItself = table.tellsItself ?? false;
    this.fields = this.#kept.flatMap(({ column }) => fieldsOf(column));
    this.sources = table.sources.filter(({ id }) => mayLeave(id));
    this.counted = table.sources.filter(({ id }) => !mayLeave(id) && !restricted.includes(id));
    this.notes = [
      ...table.notes,
      ...this.counted.map(({ title, producer, licence }) => words.counted(title, producer, licence)),
      ...[...new Set(restricted)].map(leftOut),
    ];
  }

  /** The table without the columns and sources that may not be redistributed; a note names each. */
  static of(table: ExportTable): OpenTable {
    return new OpenTable(table);
  }

  /** Rows as written, made as they are asked for: a country does not stand in memory twice. */
  *rows(): Generator<OpenRow> {
    for (const { id, cells } of this.#table.rows()) {
      yield { id, cells: this.#kept.flatMap(({ column, at }) => cellsOf(column, cells[at] ?? null)) };
    }
  }
}

const mayLeave = (source: FigureSource | null): boolean =>
  source === null || sourceNotice(source).redistribute;

function leftOut(id: FigureSource): string {
  const { title, producer, licence } = sourceNotice(id);
  return words.leftOut(title, producer, licence);
}

const producerOf = (source: FigureSource | null): string =>
  source === null ? '' : producerName(sourceNotice(source).producer);

function fieldsOf(column: ExportColumn): OpenField[] {
  const { key, label, heading, unit, year, kind, decimals, beside } = column;
  const producer = producerOf(column.source);
  const own = { key, label, ...(heading && { heading }), unit, year, producer, kind, decimals };
  const said = { unit: '', year: '', producer: '', kind: 'text' as const, decimals: 0 };
  if (beside === 'nothing') return [own];
  const state = { ...said, key: `${key}-etat`, label: words.state(label) };
  if (beside === 'state') return [own, state];
  return [
    own,
    state,
    { ...own, key: `${key}-bas`, label: words.low(label) },
    { ...own, key: `${key}-haut`, label: words.high(label) },
  ];
}

function cellsOf({ beside }: ExportColumn, cell: ExportCell): OpenCell[] {
  const figure =
    cell !== null && typeof cell === 'object' ? cell : { value: cell, state: '', interval: null };
  const own = finite(figure.value);
  if (beside === 'nothing') return [own];
  if (beside === 'state') return [own, figure.state];
  const [low, high] = figure.interval ?? [null, null];
  return [own, figure.state, finite(low), finite(high)];
}

/** What is no number is no figure: the cell stays empty and its state says why. */
const finite = (value: OpenCell): OpenCell =>
  typeof value === 'number' && !Number.isFinite(value) ? null : value;

/** « Niveau de vie médian (€ par an, 2021, Insee) »: a heading that stands without its page. */
export function headingOf({ label, heading, unit, year, producer }: OpenField): string {
  if (heading !== undefined) return heading;
  const details = [unit, year, producer].filter((part) => part !== '');
  return details.length === 0 ? label : `${label} (${details.join(', ')})`;
}
