/** Digits that a spreadsheet keeps and shows; beyond them a double shows its rounding (0.30000000000000004). */
const SHOWN_DIGITS = 15;

/**
 * A number as plain decimal digits, without exponent, thousands or noise of rounding:
 * « 3.4422913300196E13 » → « 34422913300196 ». A text that is no finite number comes back as it was.
 */
export function plainNumber(text: string): string {
  const value = Number(text);
  if (text.trim() === '' || !Number.isFinite(value)) return text;
  const rounded = Number(value.toPrecision(SHOWN_DIGITS));
  // The greatest doubles round up to no number at all.
  return withoutExponent(String(Number.isFinite(rounded) ? rounded : value));
}

function withoutExponent(text: string): string {
  const parts = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(text);
  if (!parts) return text;
  const [, sign = '', first = '', rest = '', power = '0'] = parts;
  const exponent = Number(power);
  const digits = first + rest;
  if (exponent < 0) return `${sign}0.${'0'.repeat(-exponent - 1)}${digits}`;
  return sign + digits.padEnd(exponent + 1, '0');
}

/**
 * What a cell formatted as a code shows: « 1001 » under the format « 00000 » is « 01001 ».
 * Anything but a whole number comes back as it was.
 */
export function paddedCode(text: string, digits: number): string {
  return /^\d+$/.test(text) ? text.padStart(digits, '0') : text;
}
