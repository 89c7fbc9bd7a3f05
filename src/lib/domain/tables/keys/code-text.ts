/** Quotes, the `="01001"` by which spreadsheets keep a zero, and invisible characters around a code. */
const WRAPPING = /^[='"«“\s\u200b\ufeff]+|['"»”\s\u200b\ufeff]+$/g;

/** A text of a file as it is compared: no quotes around, ordinary spaces. */
export const bareText = (text: string): string =>
  text
    .replace(/[\u00a0\u202f\u2009]/g, ' ')
    .replace(WRAPPING, '')
    .replace(/\s+/g, ' ');

/** A code as it is looked up: capitals, without spaces, nor the decimals that a spreadsheet adds (« 1001.0 »). */
export const cleanCode = (text: string): string =>
  bareText(text)
    .replace(/[.,]0+$/, '')
    .replaceAll(' ', '')
    .toUpperCase();

/** Rows that sum up the others: they are of no territory. */
const TOTAL =
  /^(total|totaux|ensemble|somme|moyenne|m[ée]diane|france( enti[èe]re| m[ée]tropolitaine| hexagonale)?)\b/i;

/** Whether a key is that of a total. */
export const isTotal = (text: string): boolean => TOTAL.test(bareText(text));
