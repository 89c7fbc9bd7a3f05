import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amount, line, text, type FieldKind } from './field-kind.ts';
import { fieldKind, ITEM_KINDS, itemKindNamed, type ItemKind } from './item-kind.ts';
import { readField } from './read-field.ts';
import { settle } from './settle.ts';
import { typingForm } from './typing-form.ts';

const EUROS = amount(1_000_000, { decimals: 2 });

describe('readField', () => {
  it.each<[FieldKind, string, unknown]>([
    [line(), '  Ville\u0000 de \n Grenoble ', { value: 'Ville de Grenoble' }],
    [line(), 'à 10\u202f%', { value: 'à 10\u202f%' }],
    [line(3), 'abcd', { fault: 'long', most: 3 }],
    [text(), 'a \r\n\r\n\r\n\r\nb\t', { value: 'a\n\nb' }],
    [EUROS, '12 000,50 €', { value: '12000.5' }],
    [EUROS, '12\u202f000', { value: '12000' }],
    [EUROS, '-1', { fault: 'range', least: 0, most: 1_000_000 }],
    [EUROS, '−0', { value: '0' }],
    [EUROS, 'douze', { fault: 'number' }],
    [EUROS, '1e9', { fault: 'number' }],
    [{ is: 'day' }, '31/03/2027', { value: '2027-03-31' }],
    [{ is: 'day' }, '2027-02-30', { fault: 'day' }],
    [{ is: 'month' }, '3/2027', { value: '2027-03' }],
    [{ is: 'month' }, 'Févr. 2027', { value: '2027-02' }],
    [{ is: 'month' }, 'août 2027', { value: '2027-08' }],
    [{ is: 'month' }, 'brumaire 2027', { fault: 'month' }],
    [{ is: 'year' }, '27', { fault: 'year' }],
    [{ is: 'choice', among: ['a', 'b'] }, 'c', { fault: 'choice' }],
    [{ is: 'keys' }, ' 38185, 38421;38185\n', { value: '38185 38421' }],
    [
      { is: 'query' },
      'https://exemple.fr/ecarts?territoire=x&seuil=5#zones',
      { value: 'territoire=x&seuil=5' },
    ],
    [{ is: 'query' }, 'bonjour', { fault: 'query' }],
    [{ is: 'counted' }, '{}', { fault: 'closed' }],
    [{ is: 'counted' }, '', { fault: 'closed' }],
    [{ is: 'day' }, '  ', { value: '' }],
  ])('%o reads « %s »', (kind, typed, expected) => expect(readField(kind, typed)).toEqual(expected));

  it('reads its own normal form as itself, whatever was typed', () => {
    const kinds = (Object.keys(ITEM_KINDS) as ItemKind[]).flatMap((kind) =>
      Object.keys(ITEM_KINDS[kind].fields).map((field) => fieldKind(kind, field) as FieldKind),
    );
    const typed = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.double().map(String),
      fc.date({ noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10)),
      fc.string({ unit: fc.constantFrom('a', ' ', '\n', '\r', '\u0000', '\u00a0', ',', '1', '=', '?', '&') }),
    );
    fc.assert(
      fc.property(fc.constantFrom(...kinds), typed, (kind, given) => {
        const read = readField(kind, given);
        if ('fault' in read) return;
        expect(readField(kind, read.value)).toEqual(read);
        expect(readField(kind, typingForm(kind, read.value))).toEqual(read);
      }),
      { numRuns: 10_000 },
    );
  });
});

it('every kind stands under a kind, up to the strategy', () => {
  for (const name of Object.keys(ITEM_KINDS)) {
    let kind = itemKindNamed(name);
    for (let depth = 0; kind !== 'strategy'; depth++) {
      expect(depth).toBeLessThan(4);
      kind = itemKindNamed(ITEM_KINDS[kind as ItemKind].under);
    }
  }
  expect(itemKindNamed('constructor')).toBeNull();
  expect(fieldKind('action', 'toString')).toBeNull();
});

describe('settle', () => {
  it('never writes over what its writer did not see', () =>
    fc.assert(
      fc.property(
        fc.constantFrom('', 'a', 'b'),
        fc.constantFrom('', 'a', 'b'),
        fc.constantFrom('', 'a', 'b'),
        (current, was, now) => {
          const settled = settle(current, was, now);
          if (settled === 'write') expect(current).toBe(was);
          if (settled === 'conflict') expect([was, now]).not.toContain(current);
          if (settled === 'same') expect(now).toBe(current);
        },
      ),
    ));
});
