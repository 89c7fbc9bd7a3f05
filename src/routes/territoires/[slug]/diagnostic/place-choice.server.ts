import { keepTogether } from '#lib/format/typography.ts';
import { SERVICES, type PlaceFilter } from '#lib/domain/places/filter.ts';
import { PLACE_KIND_LABELS, PLACE_KINDS } from '#lib/domain/places/place.ts';
import { diagnostic } from '#lib/messages/diagnostic.ts';
import { DEFAULT_VIEW, PARAMETERS } from '#lib/view/map-view.ts';
import { readMapView } from '#lib/view/read-map-view.ts';
import { wordOf } from '#lib/domain/places/word-of.ts';
import { writeMapView } from '#lib/view/write-map-view.ts';

const words = diagnostic.filter;

/** The places an address counts, as the form shows them and as a sentence says them. */
export interface PlaceChoice {
  filter: PlaceFilter;
  text: string;
  /** The parameters of the address, `''` or `?…`. */
  query: string;
  ignored: boolean;
  names: { kinds: string; services: string; free: string; assisted: string };
  kinds: { value: string; label: string }[];
  services: { value: string; label: string }[];
}

/** Reads the filter of an address by the grammar of the map's. */
export function readPlaceChoice(url: URL): PlaceChoice {
  const { view, ignored } = readMapView(url.searchParams);
  const { filter } = view;
  const parts = [
    ...filter.kinds.map((kind) => PLACE_KIND_LABELS[kind]),
    ...filter.services,
    ...(filter.free ? [words.free.toLowerCase()] : []),
    ...(filter.assisted ? [words.assisted.toLowerCase()] : []),
  ];
  const written = writeMapView({ ...DEFAULT_VIEW, filter });
  const own: readonly string[] = [
    PARAMETERS.kinds,
    PARAMETERS.services,
    PARAMETERS.free,
    PARAMETERS.assisted,
  ];
  return {
    filter,
    text: keepTogether(words.counted(parts.length === 0 ? words.all : parts.join(', '))),
    query: written === '' ? '' : `?${written}`,
    ignored: ignored.some(({ parameter, value }) => value !== '' && own.includes(parameter)),
    names: {
      kinds: PARAMETERS.kinds,
      services: PARAMETERS.services,
      free: PARAMETERS.free,
      assisted: PARAMETERS.assisted,
    },
    kinds: PLACE_KINDS.map((kind) => ({ value: kind, label: PLACE_KIND_LABELS[kind] })),
    services: SERVICES.map((service) => ({ value: wordOf(service), label: service })),
  };
}
