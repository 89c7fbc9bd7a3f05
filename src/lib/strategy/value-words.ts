import { fieldKind, type ItemKind } from '../domain/strategy/record/item-kind.ts';
import { ORGANISATION_FIELDS } from '../domain/strategy/file/strategy-file.ts';
import { formatIsoDate } from '../format/date.ts';
import { formatMonth } from '../format/month.ts';
import { formatNumber } from '../format/number.ts';
import { strategyHistory as words } from '../messages/strategy-history.ts';
import { choiceWords } from './field-words.ts';

/** What identifiers are called; `null` for one that nobody knows. */
export interface Names {
  commune: (code: string) => string | null;
  territory: (slug: string) => string | null;
  organisation: (id: string) => string | null;
  item: (id: string) => string | null;
}

/** What a field says, as one reads it: names for identifiers, dates and numbers in French. */
export function valueWords(kind: ItemKind, field: string, value: string, names: Names): string {
  const held = fieldKind(kind, field);
  if (!held || value === '') return value;
  if (kind === 'strategy' && field === 'territory') return names.territory(value) ?? value;
  if (ORGANISATION_FIELDS[kind]?.includes(field)) return names.organisation(value) ?? value;
  switch (held.is) {
    case 'choice':
      return choiceWords(kind, field, value);
    case 'amount':
      return formatNumber(Number(value), value.split('.')[1]?.length ?? 0);
    case 'day':
      return formatIsoDate(value);
    case 'month':
      return formatMonth(value);
    case 'counted':
      return words.recounted;
    case 'keys':
      return keysInWords(field, value.split(' '), names);
    default:
      return value;
  }
}

function keysInWords(field: string, keys: readonly string[], names: Names): string {
  if (field === 'places') return words.places(formatNumber(keys.length));
  const named = field === 'communes' ? names.commune : names.item;
  return keys.map((key) => named(key) ?? key).join(' ; ');
}
