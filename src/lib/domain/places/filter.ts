import { Service } from '@gouvfr-anct/lieux-de-mediation-numerique';
import { PLACE_KINDS, type Place, type PlaceKind } from './place.ts';

/** The services of the national schema, in the order of the display bits: append only. */
export const SERVICES: readonly string[] = Object.values(Service);

/** What the person looks for; an empty list asks for nothing. */
export interface PlaceFilter {
  kinds: readonly PlaceKind[];
  services: readonly string[];
  free: boolean;
  assisted: boolean;
}

export const NO_FILTER: PlaceFilter = { kinds: [], services: [], free: false, assisted: false };

const SERVICE_SHIFT = PLACE_KINDS.length;
const FREE_BIT = 1 << (SERVICE_SHIFT + SERVICES.length);
const ASSISTED_BIT = FREE_BIT << 1;

/** Help by a person counts as assisted: individually, in a workshop, or on one's behalf. */
const isAssisted = (place: Pick<Place, 'support' | 'onBehalf'>): boolean =>
  place.onBehalf || place.support.some((mode) => mode !== 'En autonomie');

/** The traits of a place that a filter can ask for, as bits: small enough to send for every place. */
export function traitsOf(place: Pick<Place, 'kind' | 'services' | 'fees' | 'support' | 'onBehalf'>): number {
  let bits = 1 << PLACE_KINDS.indexOf(place.kind);
  for (const service of place.services) {
    const at = SERVICES.indexOf(service);
    if (at >= 0) bits |= 1 << (SERVICE_SHIFT + at);
  }
  if (place.fees.includes('Gratuit')) bits |= FREE_BIT;
  if (isAssisted(place)) bits |= ASSISTED_BIT;
  return bits;
}

export function kindOfTraits(traits: number): PlaceKind {
  return PLACE_KINDS.find((_, at) => (traits & (1 << at)) !== 0) ?? 'mediation';
}

/** Whether a place with those traits is one the person looks for: any of the kinds, all of the rest. */
export function matchesTraits(traits: number, filter: PlaceFilter): boolean {
  const kinds = filter.kinds.reduce((bits, kind) => bits | (1 << PLACE_KINDS.indexOf(kind)), 0);
  if (kinds !== 0 && (traits & kinds) === 0) return false;
  for (const service of filter.services) {
    const at = SERVICES.indexOf(service);
    if (at < 0 || (traits & (1 << (SERVICE_SHIFT + at))) === 0) return false;
  }
  if (filter.free && (traits & FREE_BIT) === 0) return false;
  return !filter.assisted || (traits & ASSISTED_BIT) !== 0;
}
