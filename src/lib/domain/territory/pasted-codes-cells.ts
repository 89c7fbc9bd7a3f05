/** One thing read in a pasted text: a code, a name, or figures that are neither. */
export interface PastedEntry {
  kind: 'code' | 'name' | 'other';
  text: string;
}

/** A line that holds something, as cells; the cells of a list are its only column. */
export interface PastedLine {
  /** From 1. */
  line: number;
  cells: readonly (readonly PastedEntry[])[];
}

/** Codes that stand by themselves in a sentence. */
const STRONG = /^(\d{5}|2[AB]\d{3}|\d{9}|R\d{2,3}|FR)$/i;

/** Numbers that are codes only where nothing else stands beside them: 1001 has lost its zero, 38 is a département. */
const WEAK = /^(\d{1,4}|2[AB])$/i;

/** An intercommunalité's number as it is often printed. */
const SPACED_SIREN = /^\d{3} \d{3} \d{3}$/;

/** A number with its thousands apart, 12 500, and not départements side by side, 38 974. */
const THOUSANDS = /^\d{1,3}( (?!97|98)\d{3})+$/;

/** What joins the last code of a list. */
const AND = 'et';

/** A piece of a list of codes. */
const listedEntry = (text: string): PastedEntry => ({
  kind: STRONG.test(text) || WEAK.test(text) ? 'code' : /\p{L}/u.test(text) ? 'name' : 'other',
  text,
});

/** Lines of a pasted text, empty ones left out, cut into the columns that the text itself shows. */
export function cutIntoCells(text: string): PastedLine[] {
  const plain = text.replace(/[\ufeff\u200b\u2060]/g, '').replace(/[\u00a0\u202f\u2009]/g, ' ');
  const separator = ['\t', ';', '|', ','].find((one) => plain.includes(one)) ?? '\t';
  return plain.split(/\r\n?|\n/).flatMap((content, at) => {
    const cells = content.split(separator).map((cell) => readCell(cell));
    return cells.some((cell) => cell.length > 0) ? [{ line: at + 1, cells }] : [];
  });
}

/** Quotes of a CSV file, `="01001"` of a spreadsheet, bullets of a list. */
const bare = (cell: string): string =>
  cell
    .trim()
    .replace(/^=?["'«“”]+|["'»“”]+$/g, '')
    .replace(/^[-–—•*·]\s+/, '')
    .trim();

function readCell(cell: string): PastedEntry[] {
  const text = bare(cell);
  if (!/[\p{L}\d]/u.test(text)) return [];
  if (SPACED_SIREN.test(text)) return [{ kind: 'code', text: text.replaceAll(' ', '') }];
  if (THOUSANDS.test(text)) return [{ kind: 'other', text }];
  const pieces = text
    .split(/[\s,;|]+/)
    .map((piece) => piece.replace(/^[("'[=]+|[)"'\].:]+$/g, ''))
    .filter(Boolean);
  const code = (piece: string): PastedEntry => ({ kind: 'code', text: piece });
  const strong = pieces.filter((piece) => STRONG.test(piece));
  // « 1 38185 » is the first row of a list, not the Ain.
  const numbered = strong.length > 0 && /^\d$/.test(pieces[0] ?? '');
  if (!numbered && pieces.every((piece) => STRONG.test(piece) || WEAK.test(piece))) return pieces.map(code);
  const listed = numbered ? pieces.slice(1) : pieces;
  // Mostly codes: a list, where the rest is to be checked. In a sentence the codes alone are meant.
  if (strong.length > 1 && 2 * strong.length > listed.length)
    return listed.filter((piece) => /[\p{L}\d]/u.test(piece) && piece !== AND).map(listedEntry);
  if (strong.length > 0) return strong.map(code);
  return [{ kind: /\p{L}/u.test(text) ? 'name' : 'other', text }];
}
