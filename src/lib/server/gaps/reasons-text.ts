import { criteriaOf, type Demand } from '../../domain/places/criteria.ts';
import type { Moment } from '../../domain/places/opening-week.ts';
import { MOMENT_LABELS } from '../../domain/places/opening-week.ts';
import { OFFER_LABELS, type Offer } from '../../domain/places/offer.ts';
import { formatCount, formatNumber } from '../../format/number.ts';
import { ecarts } from '../../messages/ecarts.ts';
import type { Snapshot } from '../queries/snapshot.ts';
import { supplyText } from './words.ts';
import type { ZoneSheet } from './zone-sheets.ts';

const words = ecarts;

/** What one demand asks, as a row or a reason says it. */
export function askedText(data: Snapshot, { field, value }: Pick<Demand, 'field' | 'value'>): string {
  switch (field) {
    case 'free':
      return words.missing.questions.free;
    case 'assisted':
      return words.missing.questions.assisted;
    case 'freshness':
      return words.missing.questions.freshness(value);
    case 'moment':
      return MOMENT_LABELS[value as Moment];
    case 'services':
      return value;
    case 'offers':
      return OFFER_LABELS[value as Offer];
    default:
      return supplyText(data, criteriaOf({ field, value }));
  }
}

/** Why nobody answers in a zone, a sentence each. */
export function reasonsText(data: Snapshot, { reasons }: ZoneSheet): string[] {
  if (reasons.near === 0) return [words.zones.nobody];
  const count = (n: number): string => (n === 0 ? '' : formatNumber(n));
  return [
    words.zones.near(formatCount(reasons.near, words.facts.one, words.facts.many)),
    ...reasons.reasons.map(({ demand, without, unsaid }) =>
      words.zones.lackingReason(askedText(data, demand), count(without), count(unsaid)),
    ),
  ];
}
