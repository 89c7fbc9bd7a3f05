import { Frais, ModaliteAccompagnement } from '@gouvfr-anct/lieux-de-mediation-numerique';
import { FRESHNESS_MONTHS, type FinerCriteria, type PlaceCriteria } from '../domain/places/criteria.ts';
import { FIELD_PUBLICS, type FieldPublic } from '../domain/places/field-public.ts';
import { OFFERS, type Offer } from '../domain/places/offer.ts';
import { MOMENTS, type Moment } from '../domain/places/opening-week.ts';
import { PLACE_KINDS } from '../domain/places/place.ts';
import { wordOf } from '../domain/places/word-of.ts';
import { PARAMETERS } from './map-view.ts';
import type { ParameterReading } from './parameter-reading.ts';
import { LIST_SEPARATOR } from './separator.ts';
import { serviceOfWord } from './service-words.ts';

/** Names of the parameters that say what is asked of places, the same on every page; those of the map keep theirs. */
export const CRITERIA_PARAMETERS = {
  services: PARAMETERS.services,
  free: PARAMETERS.free,
  assisted: PARAMETERS.assisted,
  kinds: PARAMETERS.kinds,
  offers: 'o',
  publics: 'pu',
  programmes: 'pr',
  partners: 'partenaire',
  funders: 'financeur',
  fees: 'cout',
  support: 'aide',
  moment: 'quand',
  freshness: 'frais',
} as const;

export type CriteriaParameter = keyof typeof CRITERIA_PARAMETERS;

/** The parameters that say what traits cannot. */
export type FinerParameter = Exclude<CriteriaParameter, 'kinds' | 'services' | 'free' | 'assisted'>;

/** Their names, with that of the day from which freshness is counted. */
export const FINER_PARAMETERS = {
  offers: CRITERIA_PARAMETERS.offers,
  publics: CRITERIA_PARAMETERS.publics,
  programmes: CRITERIA_PARAMETERS.programmes,
  partners: CRITERIA_PARAMETERS.partners,
  funders: CRITERIA_PARAMETERS.funders,
  fees: CRITERIA_PARAMETERS.fees,
  support: CRITERIA_PARAMETERS.support,
  moment: CRITERIA_PARAMETERS.moment,
  freshness: CRITERIA_PARAMETERS.freshness,
  reference: 'ref',
} as const satisfies Record<FinerParameter | 'reference', string>;

/** Words of an address for each offer. */
export const OFFER_WORDS: Readonly<Record<Offer, string>> = {
  wifi: 'wifi',
  'free-access': 'acces-libre',
  'assisted-access': 'acces-accompagne',
  training: 'formation',
  equipment: 'materiel',
  rights: 'droits',
  'social-action': 'action-sociale',
  'worker-training': 'formation-travailleurs-sociaux',
};

/** Words of an address for each public of the field. */
export const PUBLIC_WORDS: Readonly<Record<FieldPublic, string>> = {
  'low-skilled': 'peu-qualifies',
  'single-parents': 'familles-monoparentales',
  'young-jobseekers': 'jeunes-en-recherche-d-emploi',
  seniors: 'seniors',
  'no-papers-or-language': 'sans-papiers-ou-sans-francais',
};

/** Words of an address for each moment. */
export const MOMENT_WORDS: Readonly<Record<Moment | 'now', string>> = {
  now: 'maintenant',
  'wednesday-afternoon': 'mercredi-apres-midi',
  saturday: 'samedi',
  evening: 'soir',
};

export const offerOfWord = (word: string): Offer | undefined =>
  OFFERS.find((offer) => OFFER_WORDS[offer] === word);

export const publicOfWord = (word: string): FieldPublic | undefined =>
  FIELD_PUBLICS.find((one) => PUBLIC_WORDS[one] === word);

export const momentOfWord = (word: string): Moment | undefined =>
  MOMENTS.find((moment) => MOMENT_WORDS[moment] === word);

/** A label of a list of the national schema by its word in an address. */
const labelIn =
  (labels: readonly string[]) =>
  (word: string): string | undefined =>
    labels.find((label) => wordOf(label) === word);

const ownWord = (word: string): string | undefined => (wordOf(word) === word ? word : undefined);

/** Reads what is asked of places; the moment is left to those who know more moments. */
export const readCriteria = (
  reading: Pick<ParameterReading<CriteriaParameter>, 'take' | 'takeList' | 'takeSwitch'>,
): Omit<PlaceCriteria, 'moment'> => ({
  filter: {
    kinds: reading.takeList('kinds', (item) => PLACE_KINDS.find((kind) => kind === item)),
    services: reading.takeList('services', serviceOfWord),
    free: reading.takeSwitch('free', false),
    assisted: reading.takeSwitch('assisted', false),
  },
  ...readFiner(reading),
});

/** Reads what is asked of places beyond their traits. */
export const readFiner = (
  reading: Pick<ParameterReading<FinerParameter>, 'take' | 'takeList'>,
): Omit<FinerCriteria, 'moment'> => ({
  offers: reading.takeList('offers', offerOfWord),
  publics: reading.takeList('publics', publicOfWord),
  programmes: reading.takeList('programmes', ownWord),
  partners: reading.takeList('partners', ownWord),
  funders: reading.takeList('funders', ownWord),
  fees: reading.takeList('fees', labelIn(Object.values(Frais))),
  support: reading.takeList('support', labelIn(Object.values(ModaliteAccompagnement))),
  freshness: reading.take<PlaceCriteria['freshness']>('freshness', null, (text) =>
    FRESHNESS_MONTHS.find((months) => String(months) === text),
  ),
});

/** Writes what is asked of places; nothing is written for what asks nothing. */
export function writeCriteria(
  criteria: Omit<PlaceCriteria, 'moment'> & { moment: Moment | 'now' | null },
  put: (name: CriteriaParameter, value: string) => void,
): void {
  const { filter } = criteria;
  put('services', listed(filter.services.map(wordOf)));
  put('free', filter.free ? '1' : '');
  put('assisted', filter.assisted ? '1' : '');
  put('kinds', listed(filter.kinds));
  writeFiner(criteria, put);
}

const listed = (words: readonly string[]): string => words.join(LIST_SEPARATOR);

/** What a view asks of places beyond their traits, without the rest of it. */
export const finerOf = (
  view: FinerCriteria & { reference: string },
): FinerCriteria & { reference: string } => ({
  offers: view.offers,
  publics: view.publics,
  programmes: view.programmes,
  partners: view.partners,
  funders: view.funders,
  fees: view.fees,
  support: view.support,
  moment: view.moment,
  freshness: view.freshness,
  reference: view.reference,
});

/** Writes what is asked of places beyond their traits. */
export function writeFiner(
  criteria: Omit<FinerCriteria, 'moment'> & { moment: Moment | 'now' | null },
  put: (name: FinerParameter, value: string) => void,
): void {
  const { moment, freshness } = criteria;
  put('offers', listed(criteria.offers.map((offer) => OFFER_WORDS[offer])));
  put('publics', listed(criteria.publics.map((one) => PUBLIC_WORDS[one])));
  put('programmes', listed(criteria.programmes));
  put('partners', listed(criteria.partners));
  put('funders', listed(criteria.funders));
  put('fees', listed(criteria.fees.map(wordOf)));
  put('support', listed(criteria.support.map(wordOf)));
  put('moment', moment === null ? '' : MOMENT_WORDS[moment]);
  put('freshness', freshness === null ? '' : String(freshness));
}
