import { plainNumber } from './plain-number.ts';

type Attributes = Readonly<Record<string, string>>;

/** Spaces that one `text:s` may stand for: more is no text. */
const MAX_SPACES = 1_000;

/** The text that a cell of ODS holds: the value behind what is displayed, except for codes. */
export function odsCellText(attributes: Attributes, displayed: string): string {
  const { 'office:value': value = '', 'office:string-value': string } = attributes;
  switch (attributes['office:value-type']) {
    case 'float':
    case 'currency':
    case 'percentage':
      return isSameNumber(displayed, value) ? displayed : plainNumber(value);
    case 'date':
      return (attributes['office:date-value'] ?? displayed).replace(/T00:00:00(\.0+)?$/, '');
    case 'time':
      return clockTime(attributes['office:time-value'] ?? '') ?? displayed;
    case 'boolean':
      return attributes['office:boolean-value'] ?? displayed;
    default:
      return string ?? displayed;
  }
}

/** What a blank cell says of its formula: the error shown, or `unresolved` where the file has no result. */
export function failureText(attributes: Attributes, displayed: string, unresolved: string): string {
  if (attributes['table:formula'] === undefined || unresolved === '') return '';
  if (displayed.trim() !== '') return displayed;
  // An empty text is a result.
  return attributes['office:value-type'] === 'string' ? '' : unresolved;
}

/** A code shows more than its number: « 01001 » for 1001. */
const isSameNumber = (displayed: string, value: string): boolean =>
  /^\d+$/.test(displayed) && Number(displayed) === Number(value);

/** « PT08H30M00S » → « 08:30 ». */
function clockTime(duration: string): string | null {
  const [, hours, minutes] = /^PT(\d{1,2})H(\d{1,2})M[\d.,]*S?$/.exec(duration) ?? [];
  return hours && minutes ? `${hours.padStart(2, '0')}:${minutes.padStart(2, '0')}` : null;
}

/** What an element inside a paragraph stands for; nothing for a style. */
export function inlineText(name: string, attributes: Attributes): string {
  if (name === 'text:tab') return '\t';
  if (name === 'text:line-break') return '\n';
  if (name !== 'text:s') return '';
  const count = Number(attributes['text:c'] ?? 1);
  return ' '.repeat(count >= 1 && count <= MAX_SPACES ? Math.trunc(count) : 1);
}
