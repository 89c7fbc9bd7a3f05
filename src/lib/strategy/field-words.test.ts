import { describe, expect, it } from 'vitest';
import { ITEM_KINDS, type ItemKind } from '../domain/strategy/record/item-kind.ts';
import { strategyChoices, strategyFields, strategyKinds } from '../messages/strategy-fields.ts';
import { choicesOf, choiceWords, fieldWords } from './field-words.ts';

const kinds = Object.keys(ITEM_KINDS) as ItemKind[];

describe('words of fields', () => {
  it('every kind and every field has a name, and nothing else has', () => {
    expect(Object.keys(strategyKinds).sort()).toEqual([...kinds].sort());
    for (const kind of kinds)
      expect(Object.keys(strategyFields[kind]).sort(), kind).toEqual(
        Object.keys(ITEM_KINDS[kind].fields).sort(),
      );
    for (const kind of kinds)
      for (const field of Object.keys(ITEM_KINDS[kind].fields))
        expect(fieldWords(kind, field).label, `${kind}.${field}`).not.toBe(field);
  });

  it('two fields of a kind are not called the same', () => {
    for (const kind of kinds) {
      const labels = Object.keys(ITEM_KINDS[kind].fields).map((field) => fieldWords(kind, field).label);
      expect(new Set(labels).size, kind).toBe(labels.length);
    }
  });

  it('every choice has its words, and no word is of a choice that is not there', () => {
    const chosen = kinds.flatMap((kind) =>
      Object.keys(ITEM_KINDS[kind].fields).flatMap((field) =>
        choicesOf(kind, field).map(({ value, label }) => ({
          key: `${kind}.${field}.${value}`,
          label,
          value,
        })),
      ),
    );
    for (const { key, label, value } of chosen) expect(label, key).not.toBe(value);
    const said = Object.entries(strategyChoices).flatMap(([kind, fields]) =>
      Object.entries(fields).flatMap(([field, words]) =>
        Object.keys(words).map((value) => `${kind}.${field}.${value}`),
      ),
    );
    expect(said.sort()).toEqual(chosen.map(({ key }) => key).sort());
  });

  it('what a newer version wrote is shown as it is', () => {
    expect(fieldWords('action', 'mood').label).toBe('mood');
    expect(choiceWords('action', 'status', 'paused')).toBe('paused');
    expect(choicesOf('action', 'name')).toEqual([]);
  });
});
