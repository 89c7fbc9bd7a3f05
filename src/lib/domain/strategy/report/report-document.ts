/** Chapters of a report, in the national order; each with its anchor on the page. */
export const CHAPTERS = [
  { key: 'summary', anchor: 'resume' },
  { key: 'perimeter', anchor: 'perimetre' },
  { key: 'diagnosis', anchor: 'diagnostic' },
  { key: 'voices', anchor: 'paroles' },
  { key: 'actors', anchor: 'acteurs' },
  { key: 'gaps', anchor: 'ecarts' },
  { key: 'priorities', anchor: 'priorites' },
  { key: 'actions', anchor: 'actions' },
  { key: 'governance', anchor: 'gouvernance' },
  { key: 'budget', anchor: 'budget' },
  { key: 'followUp', anchor: 'suivi' },
  { key: 'method', anchor: 'sources' },
] as const;

export type ChapterKey = (typeof CHAPTERS)[number]['key'];

/** A passage rewritten by hand. */
export interface PassageEdit {
  text: string;
  /** What the figures gave when it was written. */
  basis: string;
  /** Whether the figures give something else since. */
  isStale: boolean;
}

/** A sentence that the figures give, with what they come from and the day they are of. */
export interface Passage {
  is: 'passage';
  /** Lasts as long as what it speaks of: its rewriting is kept by it. */
  key: string;
  generated: string;
  sources: readonly string[];
  /** ISO day. */
  day: string;
  edit: PassageEdit | null;
}

/** How the cells of a column are written. */
export interface ReportColumn {
  key: string;
  label: string;
  /** A figure is a number that is written already, unit and reservations with it. */
  kind: 'text' | 'number' | 'figure' | 'day' | 'code';
  unit: string;
  decimals: number;
}

/** `null` where nothing is said: never 0. Days are ISO days. */
export type ReportCell = string | number | null;

export interface ReportTable {
  is: 'table';
  key: string;
  caption: string;
  columns: ReportColumn[];
  rows: ReportCell[][];
  sources: readonly string[];
  /** ISO day. */
  day: string;
}

/** Gaps by impact and feasibility. */
export interface MatrixChart {
  is: 'matrix';
  points: { number: number; name: string; impact: number; feasibility: number }[];
  sources: readonly string[];
  day: string;
}

/** Euros by year: what it takes, what comes. `null` for what has no year. */
export interface BudgetChart {
  is: 'bars';
  bars: { year: number | null; cost: number; funded: number }[];
  sources: readonly string[];
  day: string;
}

export type Block =
  | Passage
  | ReportTable
  | MatrixChart
  | BudgetChart
  /** Text that somebody wrote in the strategy, lines apart. */
  | { is: 'prose'; title: string; text: string }
  | { is: 'facts'; facts: { label: string; text: string }[] }
  | { is: 'list'; title: string; items: string[] }
  /** What begins a sheet begins a page of paper. */
  | { is: 'heading'; text: string; anchor: string; isSheet: boolean }
  | { is: 'note'; text: string }
  /** A map, by its name among the drawings of the report. */
  | { is: 'map'; name: string };

export interface Chapter {
  key: ChapterKey;
  title: string;
  blocks: Block[];
}

/** A strategy as it is read by a council. */
export interface Report {
  name: string;
  place: string;
  owner: string;
  /** ISO day that it is made on. */
  day: string;
  chapters: Chapter[];
}

/** What a reader is given of a passage. */
export const wordsOf = ({ generated, edit }: Passage): string => edit?.text ?? generated;

/** Every passage of a report, in order. */
export const passagesOf = ({ chapters }: Pick<Report, 'chapters'>): Passage[] =>
  chapters.flatMap(({ blocks }) => blocks.filter((block) => block.is === 'passage'));
