import { wordsOf, type Passage, type Report, type ReportTable } from './report-document.ts';

/** Millimetres of an A4 page between its margins, less its heading and its last line. */
const ROOM = 222;
/** A line of text and one of sources, and what stands between two passages. */
const LINE = 5;
const SOURCE_LINE = 4;
const GAP = 2.5;
/** Letters of a line, of ordinary ones; capitals and the widest take half as much again. */
const LINE_CHARACTERS = 94;
const SOURCE_CHARACTERS = 115;
const WIDE = /[\p{Lu}mw@%€—…]/gu;
/** A row of the actions may take two lines. */
const ROW = 9;
const TABLE_HEAD = 18;
const ROW_CHARACTERS = 60;
const MOST_ROWS = 8;
/** A passage longer than this is cut: its whole is in the report. */
const MOST_CHARACTERS = 520;

/** What holds on one page for elected members. */
export interface SummaryPage {
  passages: { passage: Passage; text: string }[];
  /** Name, lead and people of the first actions, as the table of actions has them. */
  actions: { name: string; lead: string | null; people: number | null; cost: number | null }[];
  /** Passages and actions that are left to the whole report. */
  left: { passages: number; actions: number };
}

/** Cuts a text after a word. */
function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  return `${text.slice(0, most).replace(/\s+\S*$/, '')} […]`;
}

const widthOf = (line: string): number => line.length + (line.match(WIDE)?.length ?? 0) / 2;

const linesOf = (text: string, characters: number): number =>
  text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(widthOf(line) / characters)), 0);

/** Fills a page with the passages of the summary, then with actions; what does not hold is counted. */
export function summaryPage({ chapters }: Pick<Report, 'chapters'>): SummaryPage {
  const blocks = chapters.find(({ key }) => key === 'summary')?.blocks ?? [];
  const all = blocks.filter((block) => block.is === 'passage');
  let room = ROOM;
  const passages = all.flatMap((passage) => {
    const text = cut(wordsOf(passage).replace(/\n+/g, '\n'), MOST_CHARACTERS);
    const height =
      LINE * linesOf(text, LINE_CHARACTERS) +
      SOURCE_LINE * linesOf(passage.sources.join(', ').padEnd(40), SOURCE_CHARACTERS) +
      GAP;
    if (height > room) return [];
    room -= height;
    return [{ passage, text }];
  });
  const rows = actionRows(chapters);
  const shown = Math.max(0, Math.min(MOST_ROWS, rows.length, Math.floor((room - TABLE_HEAD) / ROW)));
  return {
    passages,
    actions: rows.slice(0, shown),
    left: { passages: all.length - passages.length, actions: rows.length - shown },
  };
}

function actionRows(chapters: Report['chapters']): SummaryPage['actions'] {
  const table = chapters
    .find(({ key }) => key === 'actions')
    ?.blocks.find((block): block is ReportTable => block.is === 'table' && block.key === 'actions');
  if (!table) return [];
  const at = (key: string): number => table.columns.findIndex((column) => column.key === key);
  const [name, lead, people, cost] = ['name', 'lead', 'expected', 'cost'].map(at) as [
    number,
    number,
    number,
    number,
  ];
  const number = (cell: unknown): number | null => (typeof cell === 'number' ? cell : null);
  const text = (cell: unknown): string | null =>
    typeof cell === 'string' ? cut(cell, ROW_CHARACTERS) : null;
  return table.rows.map((row) => ({
    name: text(row[name]) ?? '',
    lead: text(row[lead]),
    people: number(row[people]),
    cost: number(row[cost]),
  }));
}
