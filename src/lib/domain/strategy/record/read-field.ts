import type { FieldFault, FieldKind } from './field-kind.ts';

/** Longest list of keys, and address: more than any zone or scenario takes. */
const MOST_CHARACTERS = 20_000;

/** A text as the value of a field, in its normal form; or why it is not one. What is empty says nothing, and stands. */
export function readField(kind: FieldKind, typed: string): { value: string } | FieldFault {
  const given = withoutControls(typed.normalize('NFC'));
  const bare = given.trim();
  if (kind.is === 'counted') return { fault: 'closed' };
  if (bare === '') return { value: '' };
  switch (kind.is) {
    case 'line':
      // The spaces of French typography stay what they are.
      return bounded(bare.replace(/[\t\n ]+/g, ' '), kind.most);
    case 'text':
      return bounded(normalLines(given), kind.most);
    case 'amount':
      return readAmount(bare, kind);
    case 'day':
      return dayOf(bare);
    case 'month':
      return monthOf(bare);
    case 'year':
      return /^(?:19|20|21)\d\d$/.test(bare) ? { value: bare } : { fault: 'year' };
    case 'choice':
      return kind.among.includes(bare) ? { value: bare } : { fault: 'choice' };
    case 'keys':
      return bounded(
        [...new Set(bare.split(/[\s,;]+/).filter((key) => key !== ''))].join(' '),
        MOST_CHARACTERS,
      );
    case 'query':
      return queryOf(bare);
  }
}

/** Without controls but tabs and ends of lines (the database refuses a NUL), nor halves of characters. */
const withoutControls = (given: string): string =>
  given.replace(/\r\n?/g, '\n').replace(/[^\P{Cc}\n\t]|\ufeff|\p{Cs}/gu, '');

const normalLines = (given: string): string =>
  given
    .split('\n')
    .map((one) => one.trimEnd())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();

const bounded = (value: string, most: number): { value: string } | FieldFault =>
  [...value].length > most ? { fault: 'long', most } : { value };

/** « 12 000,50 € », « 12.000 » is twelve: a dot is read as in the other forms, before decimals. */
function readAmount(
  bare: string,
  { least, most, decimals }: Extract<FieldKind, { is: 'amount' }>,
): { value: string } | FieldFault {
  const plain = bare
    .replace(/[\s€%]/gu, '')
    .replace(',', '.')
    .replace('−', '-');
  if (!/^-?\d{1,15}(?:\.\d{1,9})?$/.test(plain)) return { fault: 'number' };
  const value = Number(Number(plain).toFixed(decimals)) + 0;
  return value < least || value > most ? { fault: 'range', least, most } : { value: String(value) };
}

/** An ISO day, or « 31/03/2027 ». */
function dayOf(bare: string): { value: string } | FieldFault {
  const french = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(bare);
  const value = french ? `${french[3]}-${french[2]?.padStart(2, '0')}-${french[1]?.padStart(2, '0')}` : bare;
  return isDay(value) ? { value } : { fault: 'day' };
}

function isDay(value: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(value)) return false;
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
}

/** An ISO month, « 03/2027 », or « mars 2027 ». */
function monthOf(bare: string): { value: string } | FieldFault {
  const french = /^(\d{1,2})[/.](\d{4})$/.exec(bare);
  const spelled = /^(\p{L}+)\.?\s+(\d{4})$/u.exec(bare.toLowerCase());
  const value = french
    ? `${french[2]}-${french[1]?.padStart(2, '0')}`
    : spelled
      ? `${spelled[2]}-${monthNamed(spelled[1] ?? '')}`
      : bare;
  return isDay(`${value}-01`) ? { value } : { fault: 'month' };
}

const MONTHS = [
  'janv',
  'fevr',
  'mars',
  'avri',
  'mai',
  'juin',
  'juil',
  'aout',
  'sept',
  'octo',
  'nove',
  'dece',
];

function monthNamed(name: string): string {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '');
  return String(MONTHS.findIndex((start) => plain.startsWith(start)) + 1).padStart(2, '0');
}

/** The parameters of an address, whether the whole of it was pasted or they alone. */
function queryOf(bare: string): { value: string } | FieldFault {
  const asked = bare.includes('?') ? bare.slice(bare.indexOf('?') + 1) : bare;
  const query = asked.replace(/#.*$/s, '').replaceAll('?', '%3F');
  if (/\s/.test(query) || !query.includes('=')) return { fault: 'query' };
  return bounded(query, MOST_CHARACTERS);
}
