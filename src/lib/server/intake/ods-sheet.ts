import { MAX_CELLS, MAX_COLUMNS, MAX_ROWS } from './limits.ts';
import { failureText, inlineText, odsCellText } from './ods-cell.ts';
import type { XmlListener } from './read-xml.ts';
import { refusals } from './refusals.ts';
import type { RawRow } from './table-file.ts';

type Attributes = Readonly<Record<string, string>>;

const CELLS: readonly string[] = ['table:table-cell', 'table:covered-table-cell'];

/**
 * Listens to the `content.xml` of an ODS and keeps its first sheet that holds something. Blank cells and
 * rows repeated to the end of the sheet cost nothing; repeated content counts for as many cells.
 */
export class OdsSheet implements XmlListener {
  name: string | null = null;
  rows: RawRow[] = [];
  #found = false;
  #tables = 0;
  #count = 0;
  #line = 1;
  #rowTimes = 1;
  #column = 0;
  #row: string[] = [];
  #cell: Attributes | null = null;
  #text = '';
  #paragraphs = 0;
  /** Depth inside what is not the cell's own text: notes, drawings. */
  #aside = 0;
  #inParagraph = 0;
  readonly #unresolved: string;

  /** `unresolved` is what a cell says whose formula has no result. */
  constructor(unresolved: string) {
    this.#unresolved = unresolved;
  }

  done(): boolean {
    return this.#found;
  }

  open(name: string, attributes: Attributes): void {
    if (this.#found) return;
    if (name === 'table:table') {
      if (++this.#tables === 1) [this.name, this.rows, this.#line] = [attributes['table:name'] ?? '', [], 1];
    } else if (this.#tables !== 1) return;
    else if (name === 'table:table-row')
      [this.#row, this.#column, this.#rowTimes] = [[], 0, times(attributes['table:number-rows-repeated'])];
    else if (CELLS.includes(name)) [this.#cell, this.#text, this.#paragraphs] = [attributes, '', 0];
    else if (this.#cell) this.#openInCell(name, attributes);
  }

  close(name: string): void {
    if (this.#found) return;
    if (name === 'table:table') {
      this.#found = --this.#tables === 0 && this.rows.length > 0;
    } else if (this.#tables !== 1) return;
    else if (name === 'table:table-row') this.#endRow();
    else if (CELLS.includes(name)) this.#endCell();
    else if (!this.#cell) return;
    else if (isAside(name)) this.#aside--;
    else if (name === 'text:p' && this.#aside === 0) this.#inParagraph--;
  }

  text(text: string): void {
    if (this.#cell && this.#aside === 0 && this.#inParagraph > 0) this.#text += text;
  }

  #openInCell(name: string, attributes: Attributes): void {
    if (isAside(name)) this.#aside++;
    else if (this.#aside > 0) return;
    else if (name === 'text:p') {
      if (this.#paragraphs++ > 0) this.#text += '\n';
      this.#inParagraph++;
    } else if (this.#inParagraph > 0) this.#text += inlineText(name, attributes);
  }

  #endCell(): void {
    const attributes = this.#cell ?? {};
    this.#cell = null;
    const repeated = times(attributes['table:number-columns-repeated']);
    const held = odsCellText(attributes, this.#text);
    const text = held.trim() === '' ? failureText(attributes, this.#text, this.#unresolved) : held;
    const end = this.#column + repeated;
    if (text.trim() !== '') {
      if (end > MAX_COLUMNS) throw refusals.tooManyColumns(this.#line);
      while (this.#row.length < this.#column) this.#row.push('');
      for (let at = 0; at < repeated; at++) this.#row.push(text);
    }
    this.#column = end;
  }

  #endRow(): void {
    if (this.#row.length > 0) {
      this.#count += this.#row.length * this.#rowTimes;
      if (this.#count > MAX_CELLS) throw refusals.tooManyCells();
      if (this.rows.length + this.#rowTimes > MAX_ROWS) throw refusals.tooManyRows();
      for (let at = 0; at < this.#rowTimes; at++) this.rows.push({ line: this.#line + at, cells: this.#row });
    }
    this.#line += this.#rowTimes;
  }
}

const isAside = (name: string): boolean => name === 'office:annotation' || name.startsWith('draw:');

/** A repetition is a whole number from 1; what is not one repeats nothing. */
function times(text: string | undefined): number {
  const count = Number(text ?? 1);
  return Number.isSafeInteger(count) && count > 0 ? count : 1;
}
