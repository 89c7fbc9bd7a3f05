import type { FieldKind } from './field-kind.ts';

/** A value as people type it in French, from its normal form: « 12000,5 », « 03/2027 ». `readField` takes it back. */
export function typingForm(kind: FieldKind, value: string): string {
  if (kind.is === 'amount') return value.replace('.', ',');
  if (kind.is === 'month' && value !== '') return `${value.slice(5)}/${value.slice(0, 4)}`;
  return value;
}
