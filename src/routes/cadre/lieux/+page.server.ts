import { PLACE_SOURCES } from '#lib/domain/report/help.ts';
import { searchIndexOf, type Match } from '#lib/domain/territory/search.ts';
import type { Place } from '#lib/domain/places/place.ts';
import { formatCount, formatDistance } from '#lib/format/number.ts';
import { formatName } from '#lib/format/territory.ts';
import { boxAround } from '#lib/charts/projection.ts';
import { cadre } from '#lib/messages/cadre.ts';
import { currentData } from '#lib/server/app.ts';
import { distanceTo, findPlaces, referenceDays } from '#lib/server/directory/found-places.ts';
import { placeLine } from '#lib/server/directory/place-line.ts';
import { sourcesInWords } from '#lib/server/export/loaded-sources.ts';
import type { Snapshot } from '#lib/server/queries/snapshot.ts';
import { placesAddress, type PlacesView } from '#lib/view/places-view.ts';
import { writeRankBits } from '#lib/view/rank-bits.ts';
import { readPlacesView } from '#lib/view/read-places-view.ts';
import { territoryOf } from '../framed-view.server.ts';
import type { PageServerLoad } from './$types';

const words = cadre.places;
const PAGE_SIZE = 10;
/** Around a town, kilometres: first, then when nothing is there. */
const RADII = [15, 60] as const;
/** Other towns of the same name that are offered. */
const OTHERS = 4;

/** The places around a town, or of a territory: those of `/lieux`, found by town or postcode first. */
export const load: PageServerLoad = async ({ url }) => {
  const data = await currentData();
  const now = new Date();
  const { view: asked, ignored } = readPlacesView(url.searchParams);
  const within = asked.within === null ? null : territoryOf(data, asked.within);
  const towns = townsOf(data, asked.query);
  const found = searched(data, asked, towns[0] ?? null, now);
  const { ranks, view } = found;
  const pages = Math.max(1, Math.ceil(ranks.length / PAGE_SIZE));
  const page = Math.min(asked.page, pages);
  const on = referenceDays(data, view.reference, now);
  const lines = ranks.slice((page - 1) * PAGE_SIZE, page * PAGE_SIZE).map((rank) => {
    const place = data.places[rank] as Place;
    return placeLine(data, place, on(place), distanceTo(view, place));
  });
  return {
    demonstration: data.demonstration,
    view: { ...asked, page },
    title: within ? words.titleIn(formatName(within)) : words.title,
    said: found.said,
    notice: found.notice,
    others: towns.slice(1, 1 + OTHERS).map(({ slug, name, departementCode }) => ({
      query: slug,
      name: departementCode === null ? name : `${name} (${departementCode})`,
    })),
    lines,
    page,
    pageSize: PAGE_SIZE,
    total: ranks.length,
    ignored: ignored.length > 0,
    map: mapOf(data, ranks),
    source: sourcesInWords(data, PLACE_SOURCES),
    href: placesAddress({ ...view, page: 1, selected: null, map: true }),
  };
};

/** The communes that a text designates, the best first. */
function townsOf(data: Snapshot, query: string): Match[] {
  if (query === '') return [];
  const { matches } = searchIndexOf(data.territories).search(query, 20);
  return matches.filter(({ level, via }) => level === 'commune' && via !== 'typo');
}

interface Searched {
  view: PlacesView;
  ranks: readonly number[];
  said: string;
  notice: string | null;
}

const counted = (many: number): string => formatCount(many, 'lieu', 'lieux');

function searched(data: Snapshot, asked: PlacesView, town: Match | null, now: Date): Searched {
  const commune = town && data.territories.get('commune', town.code);
  if (!commune || commune.lon === null || commune.lat === null) {
    const { ranks } = findPlaces(data, asked, now);
    const said =
      asked.query === '' ? words.all(counted(ranks.length)) : words.named(counted(ranks.length), asked.query);
    return { view: asked, ranks, said, notice: ranks.length === 0 ? words.none : null };
  }
  const name = formatName(commune);
  const { lon, lat } = commune;
  const around = (km: number): Searched => {
    const view: PlacesView = { ...asked, query: '', near: { lon, lat, km } };
    const { ranks } = findPlaces(data, view, now);
    return { view, ranks, said: words.near(counted(ranks.length), name), notice: null };
  };
  const [near, far] = RADII;
  const first = around(near);
  if (first.ranks.length > 0) return first;
  const second = around(far);
  return second.ranks.length > 0
    ? { ...second, notice: words.farther(formatDistance(near * 1000)) }
    : { ...second, said: '', notice: words.noneNear(name, formatDistance(far * 1000)) };
}

/** What the map of the places found needs; `null` without outlines, or when none has a position. */
function mapOf(data: Snapshot, ranks: readonly number[]) {
  const extent = boxAround(
    ranks.map((rank) => {
      const { lon, lat } = data.places[rank] as Place;
      return lon === null || lat === null ? null : [lon, lat, lon, lat];
    }),
  );
  return (
    data.tileset &&
    extent && {
      tiles: data.tileset,
      edition: data.revision,
      bits: writeRankBits(ranks, data.places.length),
      extent,
    }
  );
}
