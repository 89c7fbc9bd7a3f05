/** La Poste's SIREN: its sites do not follow Luhn, the sum of their digits is a multiple of 5. */
const LA_POSTE = '356000000';

const digitsOf = (text: string): number[] => [...text].map(Number);

/** Whether 14 digits are a SIRET: Luhn's key, or La Poste's own rule (Insee, « SIRET »). */
export function isSiret(text: string): boolean {
  if (!/^\d{14}$/.test(text)) return false;
  const digits = digitsOf(text);
  if (text.startsWith(LA_POSTE) && digits.reduce((sum, digit) => sum + digit, 0) % 5 === 0) return true;
  const sum = digits.reduce((total, digit, at) => {
    const doubled = at % 2 === 0 ? digit * 2 : digit;
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return sum % 10 === 0;
}

/** Whether a text is a number of the national register of associations: W and nine characters. */
export const isRna = (text: string): boolean => /^W[A-Z0-9]{9}$/.test(text);

/** Below this many decimals, an exponent has lost digits that nothing gives back (Excel shows five). */
const WHOLE_DECIMALS = 9;

/**
 * A SIRET as its digits, whatever a spreadsheet made of it: « 213 801 855 00015 », « 21380185500015.0 »,
 * « 2.1380185500015E13 ». Anything else comes back in capitals without spaces.
 */
export function plainPivot(text: string): string {
  const compact = text.replace(/\s+/g, '').toUpperCase();
  const [, whole = '', decimals = '', power = ''] = /^(\d)[.,](\d{1,15})E\+?(\d{2})$/.exec(compact) ?? [];
  if (power === '13' && decimals.length >= WHOLE_DECIMALS)
    return whole + decimals.slice(0, 13).padEnd(13, '0');
  return compact.replace(/[.,]0{1,2}$/, '').replace(/[.-]/g, '');
}
