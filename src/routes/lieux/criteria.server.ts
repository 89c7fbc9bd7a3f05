import { FIELD_PUBLIC_LABELS } from '#lib/domain/places/field-public.ts';
import { NO_FILTER } from '#lib/domain/places/filter.ts';
import { OFFER_LABELS } from '#lib/domain/places/offer.ts';
import { MOMENT_LABELS } from '#lib/domain/places/opening-week.ts';
import { PLACE_KIND_LABELS } from '#lib/domain/places/place.ts';
import { formatDistance } from '#lib/format/number.ts';
import { formatName } from '#lib/format/territory.ts';
import { lieux as words } from '#lib/messages/lieux.ts';
import { funderNames, partnerNames, programmeNames } from '#lib/server/queries/places/mesh-names.ts';
import type { Snapshot } from '#lib/server/queries/snapshot.ts';
import { DEFAULT_PLACES_VIEW, type PlacesView } from '#lib/view/places-view.ts';

/** One thing that a view asks of places, and the view that no longer asks it. */
export interface Criterion {
  label: string;
  without: PlacesView;
}

const less = <T>(list: readonly T[], item: T): T[] => list.filter((one) => one !== item);

/** What a view asks, one criterion a filter, in the order of the form. */
export function criteriaOf(data: Snapshot, asked: PlacesView): Criterion[] {
  const view: PlacesView = { ...asked, page: 1, selected: null };
  const { filter, within, near, moment, freshness } = view;
  const list: Criterion[] = [];
  const add = (label: string, change: Partial<PlacesView>): void =>
    void list.push({ label, without: { ...view, ...change } });
  if (view.query !== '') add(words.criteria.query(view.query), { query: '' });
  const territory = within === null ? undefined : data.territories.bySlug(within);
  if (territory) add(formatName(territory), { within: null });
  if (near) add(words.criteria.near(formatDistance(near.km * 1000)), { near: null });
  for (const kind of filter.kinds)
    add(PLACE_KIND_LABELS[kind], { filter: { ...filter, kinds: less(filter.kinds, kind) } });
  for (const offer of view.offers) add(OFFER_LABELS[offer], { offers: less(view.offers, offer) });
  for (const service of filter.services)
    add(service, { filter: { ...filter, services: less(filter.services, service) } });
  for (const one of view.publics) add(FIELD_PUBLIC_LABELS[one], { publics: less(view.publics, one) });
  for (const fee of view.fees) add(fee, { fees: less(view.fees, fee) });
  if (filter.free) add(words.search.free, { filter: { ...filter, free: false } });
  for (const mode of view.support) add(mode, { support: less(view.support, mode) });
  if (filter.assisted) add(words.search.assisted, { filter: { ...filter, assisted: false } });
  for (const word of view.programmes)
    add(programmeNames(data).get(word) ?? word, { programmes: less(view.programmes, word) });
  for (const word of view.partners)
    add(partnerNames(data).get(word) ?? word, { partners: less(view.partners, word) });
  for (const word of view.funders)
    add(funderNames(data).get(word) ?? word, { funders: less(view.funders, word) });
  if (moment !== null) add(moment === 'now' ? words.search.now : MOMENT_LABELS[moment], { moment: null });
  if (freshness !== null) add(words.freshness(freshness), { freshness: null });
  return list;
}

/** A view that asks nothing, the map as it is. */
export const withoutCriteria = ({ map, reference }: PlacesView): PlacesView => ({
  ...DEFAULT_PLACES_VIEW,
  filter: NO_FILTER,
  map,
  reference,
});
