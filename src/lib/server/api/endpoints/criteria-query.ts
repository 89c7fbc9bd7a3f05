import { Frais, ModaliteAccompagnement } from '@gouvfr-anct/lieux-de-mediation-numerique';
import { z } from 'zod';
import { FRESHNESS_MONTHS } from '../../../domain/places/criteria.ts';
import { PLACE_KINDS } from '../../../domain/places/place.ts';
import { wordOf } from '../../../domain/places/word-of.ts';
import { apiFields } from '../../../messages/api-fields.ts';
import { CRITERIA_PARAMETERS, OFFER_WORDS, PUBLIC_WORDS } from '../../../view/place-criteria.ts';
import { LIST_SEPARATOR } from '../../../view/separator.ts';
import { SERVICES } from '../../../domain/places/filter.ts';

const words = apiFields.criteria;
const MOST_LIST = 2_000;

const onOff = z.enum(['0', '1']).optional();

/** A list of an address: words between separators. What each may be is said, and checked by the grammar of pages. */
const list = (text: string, among: readonly string[] = []) =>
  z
    .string()
    .max(MOST_LIST)
    .optional()
    .describe(
      among.length === 0 ? words.list(text, LIST_SEPARATOR) : words.among(text, LIST_SEPARATOR, among),
    );

const P = CRITERIA_PARAMETERS;

/** What may be asked of places, the same everywhere; the moment is left to those who know more moments. */
export const criteriaQuery = {
  [P.services]: list(words.services, SERVICES.map(wordOf)),
  [P.free]: onOff.describe(words.free),
  [P.assisted]: onOff.describe(words.assisted),
  [P.kinds]: list(words.kinds, PLACE_KINDS),
  [P.offers]: list(words.offers, Object.values(OFFER_WORDS)),
  [P.publics]: list(words.publics, Object.values(PUBLIC_WORDS)),
  [P.programmes]: list(words.programmes),
  [P.partners]: list(words.partners),
  [P.funders]: list(words.funders),
  [P.fees]: list(words.fees, Object.values(Frais).map(wordOf)),
  [P.support]: list(words.support, Object.values(ModaliteAccompagnement).map(wordOf)),
  [P.freshness]: z.enum(FRESHNESS_MONTHS.map(String)).optional().describe(words.freshness),
  ref: z.string().max(10).optional().describe(words.reference),
};

/** Parameters that were read, as an address holds them. */
export function parametersOf(query: Readonly<Record<string, unknown>>): URLSearchParams {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query))
    if (value !== undefined) parameters.set(name, String(value));
  return parameters;
}
