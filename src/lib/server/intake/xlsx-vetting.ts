import { MAX_CELLS, MAX_COLUMNS, MAX_SHEET_ROWS } from './limits.ts';
import { localName, type XmlListener } from './read-xml.ts';
import { refusals } from './refusals.ts';

type Attributes = Readonly<Record<string, string>>;

/** Longest error of a cell: « #GETTING_DATA ». */
const MOST_ERROR = 20;

/** A cell as it goes by; `column` from 1, `style` -1 without one. */
interface VettedCell {
  line: number;
  column: number;
  style: number;
  type: string;
  formula: boolean;
  resolved: boolean;
}

/**
 * Listens to a sheet of XLSX before the library reads it: the library fills every gap between cells and
 * trusts every address, so their places are checked here, where nothing is built. What the sheet says of
 * its own dimension is not looked at.
 */
export class XlsxVetting implements XmlListener {
  /** Whether a cell holds something. */
  filled = false;
  /** Digits to show, by line then column from 0, where a cell's format is that of a code. */
  readonly codes = new Map<number, Map<number, number>>();
  /**
   * What the library gives nothing for, by line then column from 0: the error that a cell shows, empty for a
   * formula without a result.
   */
  readonly failures = new Map<number, Map<number, string>>();
  readonly #digits: ReadonlyMap<number, number>;
  #cells = 0;
  #lastLine = 0;
  #lastColumn = 0;
  #cell: VettedCell | null = null;
  #inValue = false;

  constructor(digits: ReadonlyMap<number, number>) {
    this.#digits = digits;
  }

  open(tag: string, attributes: Attributes): void {
    const name = localName(tag);
    if (name === 'row' && attributes.r !== undefined && !isLine(Number(attributes.r)))
      throw refusals.brokenWorkbook(`ligne « ${attributes.r} »`);
    if (name === 'c') this.#startCell(attributes);
    else if (!this.#cell) return;
    else if (name === 'f') this.#cell.formula = true;
    else if (name === 'v' || name === 'is') {
      this.#inValue = true;
      // An empty text is a result.
      this.#cell.resolved ||= this.#cell.type === 'str' || name === 'is';
      this.#keep(this.#cell);
    }
  }

  text(text: string): void {
    if (!this.#cell || !this.#inValue || text.trim() === '') return;
    this.#cell.resolved = true;
    if (this.#cell.type === 'e') this.#fail(this.#cell, text.trim().slice(0, MOST_ERROR));
  }

  close(tag: string): void {
    const name = localName(tag);
    if (name === 'v' || name === 'is') this.#inValue = false;
    if (name !== 'c') return;
    if (this.#cell?.formula && !this.#cell.resolved) this.#fail(this.#cell, '');
    this.#cell = null;
  }

  #fail({ line, column }: VettedCell, shown: string): void {
    const failures = this.failures.get(line) ?? new Map<number, string>();
    this.failures.set(line, failures.set(column - 1, shown));
  }

  #startCell({ r = '', s = '', t = '' }: Attributes): void {
    const [, letters, digits] = /^([A-Z]{1,3})([1-9]\d{0,6})$/.exec(r) ?? [];
    if (!letters || !digits || !isLine(Number(digits))) throw refusals.brokenWorkbook(`case « ${r} »`);
    const column = columnNumber(letters);
    if (column > MAX_COLUMNS) throw refusals.tooManyColumns(Number(digits));
    if (++this.#cells > MAX_CELLS) throw refusals.tooManyCells();
    this.#cell = {
      line: Number(digits),
      column,
      style: s === '' ? -1 : Number(s),
      type: t,
      formula: false,
      resolved: false,
    };
  }

  #keep({ line, column, style }: VettedCell): void {
    this.filled = true;
    this.#lastLine = Math.max(this.#lastLine, line);
    this.#lastColumn = Math.max(this.#lastColumn, column);
    if (this.#lastLine * this.#lastColumn > MAX_CELLS) throw refusals.tooManyCells();
    const digits = this.#digits.get(style);
    if (digits === undefined) return;
    const codes = this.codes.get(line) ?? new Map<number, number>();
    this.codes.set(line, codes.set(column - 1, digits));
  }
}

const isLine = (line: number): boolean => Number.isInteger(line) && line >= 1 && line <= MAX_SHEET_ROWS;

/** « A » is 1, « AA » is 27. */
function columnNumber(letters: string): number {
  let number = 0;
  for (let at = 0; at < letters.length; at++) number = number * 26 + letters.charCodeAt(at) - 64;
  return number;
}
