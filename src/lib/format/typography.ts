/**
 * French text with no-break spaces where a line must not end: before « : ; ? ! » % € », after « « »,
 * and between a number and its thousands or its unit.
 */
export function keepTogether(text: string): string {
  return text
    .replace(/(\S) (?=[:;?!»%€])/g, '$1\u00a0')
    .replace(/« /g, '«\u00a0')
    .replace(/(\d) (?=\d{3}(?!\d))/g, '$1\u202f')
    .replace(/(\d) (?=(?:km|m|ans|habitants|Mbit)\b)/g, '$1\u00a0');
}

/** The same with a capital first letter: what begins a sentence or stands alone. */
export const capitalise = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
