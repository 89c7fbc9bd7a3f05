import type { Income } from './income.ts';

/** Under this many people known to the tax office (about 50 households), Filosofi publishes nothing. */
const LEAST_PERSONS = 105;

/** Between these two numbers of people the poverty rate is published for more and more communes. */
const RATES = { least: 1900, all: 4600 };

/** True when nothing at all is published. */
export const isSecret = ({ persons, households }: Income): boolean =>
  persons < LEAST_PERSONS || households < 50;

/** True when incomes by source and deciles are withheld (under about 2,000 people). */
export const isDetailSecret = ({ persons }: Income): boolean => persons < RATES.least;

/**
 * True when the poverty rate is withheld: always in a small commune, never in a large one, and in
 * between the oftener the rarer poverty is, as secrecy depends on the number of poor households.
 * Shares measured on Filosofi 2021: 45 % secret from 2,000 to 3,000 people, 13 % up to 5,000.
 */
export function isPovertySecret(income: Income): boolean {
  if (isDetailSecret(income)) return true;
  return income.persons < RATES.all && (income.households * income.poverty) / 100 < 100;
}
