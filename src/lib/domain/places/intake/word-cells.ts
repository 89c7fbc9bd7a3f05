import {
  Frais,
  PriseEnChargeSpecifique,
  PublicSpecifiquementAdresse,
} from '@gouvfr-anct/lieux-de-mediation-numerique';
import { FIELD_PUBLICS, FIELD_PUBLIC_LABELS, type FieldPublic } from '../field-public.ts';
import { normaliseName } from '../../territory/search-text.ts';
import { OFFERS, OFFER_LABELS, type Offer } from '../offer.ts';
import type { IntakeField } from './fields.ts';
import { yesOrNo } from './number-cells.ts';
import { shown } from './problem.ts';
import type { RowReading } from './row-reading.ts';
import { piecesOf, understand, type WordList } from './word-list.ts';
import { WORD_LISTS } from './word-lists.ts';

/**
 * The words of a cell in those of a list: exact and older words silently, guesses shown as repairs,
 * others told and left out (they stay in the cell, for the person to correct).
 */
export function readWords(reading: RowReading, field: IntakeField, list: WordList): string[] {
  const pieces = piecesOf(reading.text(field), list);
  const words = new Set<string>();
  const written = [...pieces];
  const guesses: string[] = [];
  const unknown: string[] = [];
  pieces.forEach((piece, at) => {
    const found = understand(piece, list);
    if (found.kind === 'known') for (const word of found.words) words.add(word);
    if (found.kind === 'unknown') unknown.push(`“${shown(piece)}”`);
    if (found.kind !== 'guessed') return;
    words.add(found.word);
    written[at] = found.word;
    guesses.push(`“${shown(piece)}” est lu “${found.word}”`);
  });
  if (guesses.length > 0) reading.repair(field, [...new Set(written)].join('|'), guesses.join(', '));
  if (unknown.length > 0) {
    const told =
      unknown.length === 1
        ? 'n’est pas un mot de la liste, il est laissé'
        : 'ne sont pas des mots de la liste, ils sont laissés';
    reading.warn(field, `${unknown.join(', ')} ${told} de côté`);
  }
  return [...words];
}

/** Which of the three kinds of publics each word is. */
interface Publics {
  publics: string[];
  specificCare: string[];
  fieldPublics: FieldPublic[];
}

const among = (words: readonly string[], list: Readonly<Record<string, string>>): string[] =>
  Object.values(list).filter((word) => words.includes(word));

/** The publics of a row, each in its list whichever column wrote it: tables mix them. */
export function readPublics(reading: RowReading): Publics {
  const list = WORD_LISTS.publics;
  const national = (['publics_specifiquement_adresses', 'prise_en_charge_specifique'] as const).flatMap(
    (field) => readWords(reading, field, list),
  );
  const field = readWords(reading, 'publics_terrain', list);
  const all = [...national, ...field];
  // « Seniors » is a word of both: it is the field's in the field's own column.
  const schemaOnly = all.filter((word) => national.includes(word) || word !== FIELD_PUBLIC_LABELS.seniors);
  return {
    publics: among(schemaOnly, PublicSpecifiquementAdresse),
    specificCare: among(all, PriseEnChargeSpecifique),
    fieldPublics: FIELD_PUBLICS.filter((one) => {
      const label = FIELD_PUBLIC_LABELS[one];
      return field.includes(label) || (one !== 'seniors' && all.includes(label));
    }),
  };
}

/** What a row says outright that its place offers. */
export function readOffers(reading: RowReading): Offer[] {
  const words = readWords(reading, 'offres', WORD_LISTS.offres);
  return OFFERS.filter((offer) => words.includes(OFFER_LABELS[offer]));
}

/** The price of a row; under a heading that asks « gratuit ? », a yes or a no is understood and shown. */
export function readFees(reading: RowReading): string[] {
  const free = yesOrNo(reading.text('frais_a_charge'));
  const asksFree = /\bgratuit/.test(normaliseName(reading.heading('frais_a_charge') ?? ''));
  if (free !== null && asksFree) {
    const word = free ? Frais.Gratuit : Frais.Payant;
    reading.repair('frais_a_charge', word, `lu “${word}”`);
  }
  return readWords(reading, 'frais_a_charge', WORD_LISTS.frais_a_charge);
}

/** The type of a row's place, one code of the national list: the first when several are written. */
export function readTypology(reading: RowReading): string | null {
  const [first = null, ...others] = readWords(reading, 'typologie', WORD_LISTS.typologie);
  if (others.length > 0) reading.warn('typologie', 'un seul type est gardé, le premier');
  return first;
}
