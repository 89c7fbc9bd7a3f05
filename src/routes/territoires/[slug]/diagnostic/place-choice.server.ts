import { keepTogether } from '#lib/format/typography.ts';
import { asksFiner } from '#lib/domain/places/criteria.ts';
import { NO_FILTER, SERVICES } from '#lib/domain/places/filter.ts';
import { PLACE_KIND_LABELS, PLACE_KINDS } from '#lib/domain/places/place.ts';
import { isoDay } from '#lib/format/date.ts';
import { supplyText } from '#lib/server/gaps/words.ts';
import { askedFilter } from '#lib/server/queries/access/asked-filter.ts';
import type { AskedFilter } from '#lib/server/queries/access/reach.ts';
import type { Snapshot } from '#lib/server/queries/snapshot.ts';
import { DEFAULT_GAPS_VIEW, gapsAddress } from '#lib/view/gaps-view.ts';
import { FINER_PARAMETERS } from '#lib/view/place-criteria.ts';
import { diagnostic } from '#lib/messages/diagnostic.ts';
import { DEFAULT_VIEW, PARAMETERS } from '#lib/view/map-view.ts';
import { readMapView } from '#lib/view/read-map-view.ts';
import { wordOf } from '#lib/domain/places/word-of.ts';
import { writeMapView } from '#lib/view/write-map-view.ts';

const words = diagnostic.filter;

/** The places an address counts, as the form shows them and as a sentence says them. */
export interface PlaceChoice {
  filter: AskedFilter;
  /** What is asked beyond the form, by parameter: it stays in the address. */
  finer: { name: string; value: string }[];
  /** The page where more can be asked. */
  more: string;
  text: string;
  /** The parameters of the address, `''` or `?…`. */
  query: string;
  ignored: boolean;
  names: { kinds: string; services: string; free: string; assisted: string };
  kinds: { value: string; label: string }[];
  services: { value: string; label: string }[];
}

/** Reads the filter of an address by the grammar of the map's. */
export function readPlaceChoice(url: URL, data: Snapshot, slug: string): PlaceChoice {
  const { view, ignored } = readMapView(url.searchParams);
  const { filter, finer } = view;
  const parts = [
    ...filter.kinds.map((kind) => PLACE_KIND_LABELS[kind]),
    ...filter.services,
    ...(filter.free ? [words.free.toLowerCase()] : []),
    ...(filter.assisted ? [words.assisted.toLowerCase()] : []),
    ...(asksFiner(finer) ? [supplyText(data, { filter: NO_FILTER, ...finer })] : []),
  ];
  const written = writeMapView({ ...DEFAULT_VIEW, filter, finer });
  const own: readonly string[] = [
    PARAMETERS.kinds,
    PARAMETERS.services,
    PARAMETERS.free,
    PARAMETERS.assisted,
    ...Object.values(FINER_PARAMETERS),
  ];
  const names = new Set<string>(Object.values(FINER_PARAMETERS));
  return {
    filter: askedFilter(view, isoDay(new Date())),
    finer: [...new URLSearchParams(written)]
      .filter(([name]) => names.has(name))
      .map(([name, value]) => ({ name, value })),
    more: gapsAddress({ ...DEFAULT_GAPS_VIEW, ...finer, filter, within: slug }),
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
