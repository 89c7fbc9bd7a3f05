import type { PlaceCriteria } from '../places/criteria.ts';
import { FIELD_PUBLIC_LABELS } from '../places/field-public.ts';
import { OFFER_LABELS } from '../places/offer.ts';
import type { Moment } from '../places/opening-week.ts';
import { PLACE_KIND_LABELS } from '../places/place.ts';
import { lowered } from './need-group.ts';
import { enumerate } from './wording.ts';

/** « ouvert le samedi ». */
export const OPEN_AT: Readonly<Record<Moment, string>> = {
  'wednesday-afternoon': 'ouvert le mercredi après-midi',
  saturday: 'ouvert le samedi',
  evening: 'ouvert en soirée',
};

/** Names of what addresses call by a word. */
export interface MeshNames {
  programme: (word: string) => string;
  partner: (word: string) => string;
  funder: (word: string) => string;
}

const either = (words: readonly string[]): string => words.join(' ou ');
const quoted = (words: readonly string[]): string => enumerate(words.map((word) => `« ${word} »`));

/**
 * What is asked of places, after « un » or « aucun »: « lieu d’aide au numérique gratuit, ouvert le
 * samedi ».
 */
export function supplyPhrase(criteria: PlaceCriteria, names: MeshNames): string {
  const { filter, offers, publics, fees, support, programmes, partners, funders } = criteria;
  const said: string[] = [];
  const add = (asked: boolean, words: () => string): void => {
    if (asked) said.push(words());
  };
  add(filter.free, () => 'gratuit');
  add(fees.length > 0, () => `au tarif ${quoted(fees)}`);
  add(filter.assisted, () => 'où l’on est accompagné');
  add(support.length > 0, () => `qui aide ainsi : ${lowered(either(support))}`);
  add(criteria.moment !== null, () => OPEN_AT[criteria.moment as Moment]);
  add(
    filter.kinds.length > 0,
    () => `de type ${quoted(filter.kinds.map((kind) => PLACE_KIND_LABELS[kind]))}`,
  );
  add(offers.length > 0, () => `qui offre ${quoted(offers.map((offer) => OFFER_LABELS[offer]))}`);
  add(filter.services.length > 0, () => `qui propose ${quoted(filter.services)}`);
  add(publics.length > 0, () => `qui s’adresse à ${quoted(publics.map((one) => FIELD_PUBLIC_LABELS[one]))}`);
  add(programmes.length > 0, () => `du programme ${either(programmes.map(names.programme))}`);
  add(partners.length > 0, () => `tenu par ${either(partners.map(names.partner))}`);
  add(funders.length > 0, () => `financé par ${either(funders.map(names.funder))}`);
  add(criteria.freshness !== null, () => `dont la fiche a moins de ${criteria.freshness} mois`);
  return ['lieu d’aide au numérique', said.join(', ')].filter(Boolean).join(' ');
}
