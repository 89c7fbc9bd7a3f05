import { isRna, isSiret, plainPivot } from './siret.ts';
import type { RowReading } from './row-reading.ts';

/** A code without the spaces and the « .0 » that spreadsheets add. */
const compact = (text: string): string =>
  text
    .replace(/\s+/g, '')
    .replace(/[.,]0+$/, '')
    .toUpperCase();

/** A code of five characters, its lost leading zero put back; `null` when the text is none. */
function fiveDigits(text: string, whole: RegExp): string | null {
  const code = compact(text).replace(/^F-?(?=\d{5}$)/, '');
  if (whole.test(code)) return code;
  return /^[1-9]\d{3}$/.test(code) ? `0${code}` : null;
}

function readCode(reading: RowReading, field: 'code_postal' | 'code_insee', whole: RegExp): string {
  const written = reading.text(field);
  if (written === '') return '';
  const code = fiveDigits(written, whole);
  if (code === null) {
    reading.warn(field, 'cinq chiffres étaient attendus, la valeur est laissée de côté');
    return '';
  }
  if (code !== written) {
    const zero = compact(written).length === 4;
    reading.repair(field, code, zero ? `le zéro perdu est rétabli, ${code}` : `lu ${code}`);
  }
  return code;
}

/** The postcode of a row, its lost zero put back; empty when unknown. */
export const readPostcode = (reading: RowReading): string => readCode(reading, 'code_postal', /^\d{5}$/);

/** The INSEE code of a row as written, its lost zero put back; empty when unknown. */
export const readInseeCode = (reading: RowReading): string =>
  readCode(reading, 'code_insee', /^(?:\d{2}|2[AB])\d{3}$/);

/**
 * The SIRET or RNA of a row, its spaces, « .0 » or exponent removed; zeros say nothing. One that does
 * not hold is told and left out: a place is never refused for it.
 */
export function readPivot(reading: RowReading): string | null {
  const written = reading.text('pivot');
  const pivot = plainPivot(written);
  if (/^0*$/.test(pivot)) return null;
  if (!isSiret(pivot) && !isRna(pivot)) {
    reading.warn(
      'pivot',
      `${reasonOf(pivot)}, il est laissé de côté ; vérifiez-le sur l’avis de situation Insee`,
    );
    return null;
  }
  if (pivot !== written) reading.repair('pivot', pivot, `lu ${pivot}`);
  return pivot;
}

function reasonOf(pivot: string): string {
  if (/^\d{14}$/.test(pivot)) return 'la clé de contrôle du SIRET est fausse';
  if (/^\d[.,]\d+E/.test(pivot) || /^\d+E\d+$/.test(pivot)) return 'le tableur a perdu des chiffres du SIRET';
  return 'un SIRET a 14 chiffres, un RNA un W et neuf caractères';
}
