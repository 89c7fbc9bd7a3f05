import type { PastedLookup } from './pasted-codes-lookup.ts';
import type { PastedEntry, PastedLine } from './pasted-codes-cells.ts';

/** Headings of a column of official codes, and of postcodes, which are not. */
const CODE_HEADING = /insee|cod_?geo|depcom|siren|code/i;
const POSTAL_HEADING = /post/i;

/** Under this share of its rows, a column is not one of codes, nor of names. */
const ENOUGH = 0.5;
const NEARLY_ALL = 0.8;

/** Codes of communes and of intercommunalités, a zero lost or not. */
const LONG = 4;

/**
 * The columns to read of a pasted table: every one where it holds codes only; else that of the codes,
 * the names and figures beside being left alone; else those of names. `null` reads everything.
 */
export function chooseColumns(
  lines: readonly PastedLine[],
  lookup: PastedLookup,
): ReadonlySet<number> | null {
  const wide = lines.filter(({ cells }) => cells.length > 1);
  if (wide.length < 2) return null;
  const columns = Math.max(...lines.map(({ cells }) => cells.length));
  const numbers = Array.from({ length: columns }, (_, column) => column);
  if (lines.every(({ cells }) => cells.flat().every(({ kind }) => kind === 'code'))) {
    // Beside communes, a column of short numbers counts the rows or says the département of each.
    const long = numbers.filter((column) =>
      lines.some(({ cells }) => cells[column]?.some(({ text }) => text.length >= LONG)),
    );
    return long.length > 0 ? new Set(long) : null;
  }
  const shareOf = (column: number, reads: (entry: PastedEntry) => boolean): number => {
    const filled = lines.map(({ cells }) => cells[column] ?? []).filter((cell) => cell.length > 0);
    // Blank cells of other rows count: a column with one code is not the column of codes.
    return filled.filter((cell) => cell.every(reads)).length / lines.length;
  };
  const best = (shares: readonly number[]): number => shares.indexOf(Math.max(...shares));
  const isCode = ({ kind, text }: PastedEntry): boolean =>
    kind === 'code' && lookup.slugOfCode(text) !== null;
  const ofCodes = numbers.map((column) => shareOf(column, isCode));
  const headed = numbers.find((column) => {
    const heading = lines[0]?.cells[column]?.[0];
    const named = heading?.kind === 'name' && CODE_HEADING.test(heading.text);
    return named && !POSTAL_HEADING.test(heading.text) && (ofCodes[column] as number) >= ENOUGH;
  });
  if (headed !== undefined) return new Set([headed]);
  const code = best(ofCodes);
  if ((ofCodes[code] as number) >= ENOUGH) return new Set([code]);
  const namesOf = (level: 'commune' | 'any') => (entry: PastedEntry) =>
    entry.kind === 'name' &&
    lookup.named(entry.text).some((territory) => level === 'any' || territory.level === level);
  // Beside its commune, a département would be taken whole.
  const communes = numbers.filter((column) => shareOf(column, namesOf('commune')) >= NEARLY_ALL);
  if (communes.length > 0) return new Set(communes);
  const ofNames = numbers.map((column) => shareOf(column, namesOf('any')));
  const name = best(ofNames);
  return (ofNames[name] as number) >= ENOUGH ? new Set([name]) : null;
}
