import { SERVICES } from '../domain/places/filter.ts';
import { wordOf } from '../domain/places/word-of.ts';

/** The service an address designates, if any. */
export const serviceOfWord = (word: string): string | undefined =>
  SERVICES.find((service) => wordOf(service) === word);
