import { isValidTelephone } from '@gouvfr-anct/lieux-de-mediation-numerique';

/** Country codes of the numbers that are not +33, by how they start when dialled from France (Arcep's plan). */
const OVERSEAS: Readonly<Record<string, string>> = {
  '0262': '262',
  '0263': '262',
  '0269': '262',
  '0639': '262',
  '0692': '262',
  '0693': '262',
  '0590': '590',
  '0690': '590',
  '0691': '590',
  '0594': '594',
  '0694': '594',
  '0596': '596',
  '0696': '596',
  '0697': '596',
};

/**
 * A telephone number as the national schema wants it: « 01 99 00 12 34 » is +33199001234, and
 * « 0262 19 12 34 » is +262262191234. `null` for what its validator refuses: short numbers, two numbers in one.
 */
export function internationalTelephone(text: string): string | null {
  const compact = text.replace(/\(0\)|[\s.\-/]/g, '').replace(/^00/, '+');
  const number = /^0\d{9}$/.test(compact)
    ? `+${OVERSEAS[compact.slice(0, 4)] ?? '33'}${compact.slice(1)}`
    : compact.replace(/^\+330/, '+33');
  return number.startsWith('+') && isValidTelephone(number) ? number : null;
}
