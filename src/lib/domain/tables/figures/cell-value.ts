import { bareText } from '../keys/code-text.ts';

/** What a cell of figures says: a number, withheld, without, or something that is no figure. */
export type CellReading =
  | { state: 'value'; value: number; percent: boolean }
  | { state: 'secret' | 'absent' }
  | { state: 'unread'; reason: 'text' | 'formula' | 'error' };

/** Ways of saying that a figure is withheld; « < 5 » hides a small number. */
const SECRET = /^(s|ss|sec|secret|c|conf|confidentiel|\*+|[<≤]=? ?\d+([.,]\d+)?|moins de \d+)\.?$/i;

/** Ways of saying that there is none. */
const ABSENT =
  /^(|-+|–|—|\.+|…|\/|\?|n\.?[ .]?[adrc]\.?|n\/[adrc]|null|nan|none|vide|néant|non disponible|non renseigné)$/i;

/** What spreadsheets write where a formula failed. */
const ERROR =
  /^#(n\/?a|n\/d|ref!?|div\/0!?|value!?|valeur!?|name\??|nom\??|num!?|nombre!?|null!?|nul!?|#+)$/i;

const PLAIN = /^[+-]?(\d+([.,]\d*)?|[.,]\d+)(e[+-]?\d+)?$/i;
const GROUPED = /^[+-]?\d{1,3}( \d{3})+([.,]\d+)?$/;
const ENGLISH = /^[+-]?\d{1,3}(,\d{3})+\.\d+$/;
const GERMAN = /^[+-]?\d{1,3}(\.\d{3})+(,\d+|(?<=\.\d{3}\.\d{3}))$/;

/**
 * Reads a cell of figures as people write them in French: decimal comma, thousands apart, « % » and « € »
 * after. A blank is absent and never 0; a formula is a text that is never evaluated.
 */
export function readCell(text: string): CellReading {
  const raw = text.trim();
  if (/^=(?!"?[\d.,\s]+"?$)/.test(raw)) return { state: 'unread', reason: 'formula' };
  const bare = bareText(raw).replace(/\u2212/g, '-');
  if (ABSENT.test(bare)) return { state: 'absent' };
  if (SECRET.test(bare)) return { state: 'secret' };
  if (ERROR.test(bare)) return { state: 'unread', reason: 'error' };
  const [, written = '', unit = ''] = /^(.*?) ?(%|€|euros?|hab\.?)?$/i.exec(bare) ?? [];
  const value = readNumber(written);
  if (value === null) return { state: 'unread', reason: 'text' };
  return { state: 'value', value, percent: unit === '%' };
}

function readNumber(text: string): number | null {
  let digits = text;
  if (ENGLISH.test(digits)) digits = digits.replaceAll(',', '');
  else if (GERMAN.test(digits)) digits = digits.replaceAll('.', '');
  else if (GROUPED.test(digits)) digits = digits.replaceAll(' ', '');
  if (!PLAIN.test(digits)) return null;
  const value = Number(digits.replace(',', '.'));
  return Number.isFinite(value) ? value : null;
}
