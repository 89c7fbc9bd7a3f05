import { fieldKind, type ItemKind } from '../domain/strategy/record/item-kind.ts';
import { strategyChoices, strategyFields, type FieldWords } from '../messages/strategy-fields.ts';

type ByField<Held> = Readonly<Partial<Record<string, Readonly<Partial<Record<string, Held>>>>>>;

const FIELDS: ByField<FieldWords> = strategyFields;
const CHOICES: ByField<Readonly<Partial<Record<string, string>>>> = strategyChoices;

/** How a field of a kind is named; a field of a newer version, by its key. */
export const fieldWords = (kind: ItemKind, field: string): FieldWords =>
  FIELDS[kind]?.[field] ?? { label: field, hint: '' };

/** A choice in words; the choice itself where it has none. */
export const choiceWords = (kind: ItemKind, field: string, value: string): string =>
  CHOICES[kind]?.[field]?.[value] ?? value;

/** Every choice of a field with its words, in order; none for a field that is not chosen. */
export function choicesOf(kind: ItemKind, field: string): { value: string; label: string }[] {
  const held = fieldKind(kind, field);
  if (held?.is !== 'choice') return [];
  return held.among.map((value) => ({ value, label: choiceWords(kind, field, value) }));
}
