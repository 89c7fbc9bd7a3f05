import type { DiagnosisPlaces } from '../../diagnosis/diagnosis.ts';
import type { PlaceFilter } from '../../domain/places/filter.ts';
import { SERVICES } from '../../domain/places/filter.ts';
import { PLACE_KIND_LABELS, PLACE_KINDS } from '../../domain/places/place.ts';
import type { Territory } from '../../domain/territory/territory.ts';
import { formatCount, formatNumber } from '../../format/number.ts';
import { diagnostic as words } from '../../messages/diagnostic.ts';
import { placesOf } from '../queries/portrait.ts';
import type { Snapshot } from '../queries/snapshot.ts';
import { nearestEntries, placeEntry } from './place-entries.ts';

/** Longer lists take more paper than they are worth. */
const MOST = 40;

/** The places of a territory for paper: counts, services, and the list where it is short. */
export function diagnosisPlaces(data: Snapshot, territory: Territory, filter: PlaceFilter): DiagnosisPlaces {
  const places = placesOf(data, territory, filter);
  const counted = SERVICES.map((label) => ({
    label,
    n: places.filter(({ services }) => services.includes(label)).length,
  }));
  const silent = places.filter(({ services }) => services.length === 0).length;
  const services = counted.filter(({ n }) => n > 0).sort((a, b) => b.n - a.n);
  return {
    count: places.length,
    total: formatCount(places.length, 'lieu', 'lieux'),
    kinds: PLACE_KINDS.map((kind) => ({ kind, n: places.filter((place) => place.kind === kind).length }))
      .filter(({ n }) => n > 0)
      .map(({ kind, n }) => `${PLACE_KIND_LABELS[kind]} : ${formatNumber(n)}`)
      .join(' ; '),
    services: [...services, ...(silent > 0 ? [{ label: words.places.servicesUnknown, n: silent }] : [])].map(
      ({ label, n }) => ({ label, count: formatNumber(n) }),
    ),
    entries: places.length > MOST ? [] : places.map((place) => placeEntry(place)),
    nearest: nearestEntries(data, territory, filter),
  };
}
