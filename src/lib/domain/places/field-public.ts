import {
  PriseEnChargeSpecifique,
  PublicSpecifiquementAdresse,
} from '@gouvfr-anct/lieux-de-mediation-numerique';
import type { Place } from './place.ts';

/** The publics that the field serves, in its own words; the national schema has no word for most. Append only. */
export const FIELD_PUBLICS = [
  'low-skilled',
  'single-parents',
  'young-jobseekers',
  'seniors',
  'no-papers-or-language',
] as const;

export type FieldPublic = (typeof FIELD_PUBLICS)[number];

export const FIELD_PUBLIC_LABELS: Readonly<Record<FieldPublic, string>> = {
  'low-skilled': 'Actifs peu qualifiés',
  'single-parents': 'Familles monoparentales',
  'young-jobseekers': 'Jeunes en recherche d’emploi',
  seniors: 'Seniors',
  'no-papers-or-language': 'Personnes sans papiers ou ne parlant pas français',
};

/** Words of the national schema that say one of them outright. */
const SAID: Readonly<Record<string, FieldPublic>> = {
  [PublicSpecifiquementAdresse.Seniors]: 'seniors',
  [PriseEnChargeSpecifique.LanguesEtrangeresAnglais]: 'no-papers-or-language',
  [PriseEnChargeSpecifique.LanguesEtrangeresAutre]: 'no-papers-or-language',
};

/** The publics that a place is said to serve: by its source's own words or by those of the schema. */
export function fieldPublicsOf({
  fieldPublics,
  publics,
  specificCare,
}: Pick<Place, 'fieldPublics' | 'publics' | 'specificCare'>): FieldPublic[] {
  const said = new Set<FieldPublic>(fieldPublics);
  for (const word of [...publics, ...specificCare]) {
    const found = SAID[word];
    if (found) said.add(found);
  }
  return FIELD_PUBLICS.filter((one) => said.has(one));
}
