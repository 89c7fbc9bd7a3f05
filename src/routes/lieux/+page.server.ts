import { slugOf } from '#lib/domain/territory/slug.ts';
import type { Place } from '#lib/domain/places/place.ts';
import { formatCount, formatDistance } from '#lib/format/number.ts';
import { formatName } from '#lib/format/territory.ts';
import { lieuxExport } from '#lib/messages/lieux-export.ts';
import { lieux as words } from '#lib/messages/lieux.ts';
import { currentData } from '#lib/server/app.ts';
import { funderNames, programmeNames } from '#lib/server/queries/places/mesh-names.ts';
import type { Snapshot } from '#lib/server/queries/snapshot.ts';
import type { DownloadItem } from '#lib/ui/download-item.ts';
import { placesAddress, type PlacesView } from '#lib/view/places-view.ts';
import { criteriaOf, withoutCriteria } from './criteria.server.ts';
import { emptyResult } from './empty-result.server.ts';
import { distanceTo, findPlaces, referenceDays } from '#lib/server/directory/found-places.ts';
import { mapStart } from './map-start.server.ts';
import { placeLine, type PlaceLine } from '#lib/server/directory/place-line.ts';
import { followView } from './view-notices.server.ts';
import type { PageServerLoad } from './$types';

const PAGE_SIZE = 25;
/** What is offered around the centre of a commune, kilometres. */
const AROUND_KM = 10;

/** The directory: the places that the address asks for, a page of them, and what to do when there is none. */
export const load: PageServerLoad = async ({ url }) => {
  const data = await currentData();
  const now = new Date();
  const { view: asked, notices } = followView(data, url.searchParams);
  const { ranks, unknownHours } = findPlaces(data, asked, now);
  const pages = Math.max(1, Math.ceil(ranks.length / PAGE_SIZE));
  if (asked.page > pages) notices.push(words.pastEnd);
  const view: PlacesView = { ...asked, page: Math.min(asked.page, pages) };
  const lineAt = lineMaker(data, view, now);
  const first = (view.page - 1) * PAGE_SIZE;
  const criteria = criteriaOf(data, view);
  const selected = selectedOf(data, view, lineAt);
  if (view.selected !== null && !selected) notices.push(words.ignored.unknownPlace);
  return {
    view,
    notices,
    count: words.count(formatCount(ranks.length, 'lieu', 'lieux'), ranks.length < 2),
    total: ranks.length,
    lines: ranks.slice(first, first + PAGE_SIZE).map(lineAt),
    pageSize: PAGE_SIZE,
    criteria: criteria.map(({ label, without }) => ({ label, href: placesAddress(without) })),
    reset: placesAddress(withoutCriteria(view)),
    empty: ranks.length === 0 ? emptyResult(data, view, criteria, now) : null,
    unknownHours: unknownHours === 0 ? null : words.unknownHours(formatCount(unknownHours, 'lieu', 'lieux')),
    around: aroundLink(data, view),
    territories: territoryChoices(data, view),
    programmes: choices(programmeNames(data), view.programmes),
    funders: choices(funderNames(data), view.funders),
    downloads: downloadsOf(view),
    map: view.map ? mapStart(data, ranks) : null,
    selected,
  };
};

/** The places of the territory of the view as files. */
const downloadsOf = ({ within }: PlacesView): DownloadItem[] =>
  Object.entries(lieuxExport.formats).map(([format, { label, detail }]) => ({
    label,
    detail,
    href: `/lieux/export.${format}${within === null ? '' : `?dans=${within}`}`,
  }));

function lineMaker(data: Snapshot, view: PlacesView, now: Date): (rank: number) => PlaceLine {
  const on = referenceDays(data, view.reference, now);
  return (rank) => {
    const place = data.places[rank] as Place;
    return placeLine(data, place, on(place), distanceTo(view, place));
  };
}

function selectedOf(
  data: Snapshot,
  { selected }: PlacesView,
  lineAt: (rank: number) => PlaceLine,
): { rank: number; line: PlaceLine } | null {
  const rank = selected === null ? -1 : data.places.findIndex(({ id }) => id === selected);
  return rank < 0 ? null : { rank, line: lineAt(rank) };
}

/** From a commune to what is around it, whatever its borders. */
function aroundLink(data: Snapshot, view: PlacesView): { text: string; href: string } | null {
  const territory = view.within === null ? undefined : data.territories.bySlug(view.within);
  if (territory?.level !== 'commune' || territory.lon === null || territory.lat === null) return null;
  const near = { lon: territory.lon, lat: territory.lat, km: AROUND_KM };
  return {
    text: words.around(formatDistance(AROUND_KM * 1000)),
    href: placesAddress({ ...view, within: null, near, page: 1, selected: null }),
  };
}

/** Names to choose from; one of the address that no place says stays, to be taken out. */
function choices(
  names: ReadonlyMap<string, string>,
  chosen: readonly string[],
): { word: string; label: string }[] {
  const unknown = chosen.filter((word) => !names.has(word)).map((word) => ({ word, label: word }));
  return [...[...names].map(([word, label]) => ({ word, label })), ...unknown];
}

interface Choice {
  slug: string;
  name: string;
}

/** Régions and départements to choose from, and the territory of the address when it is another. */
function territoryChoices(
  data: Snapshot,
  { within }: PlacesView,
): { other: Choice | null; regions: Choice[]; departements: Choice[] } {
  const [regions, departements] = (['region', 'departement'] as const).map((level) =>
    data.territories.all(level).map(({ code, name }) => ({ slug: slugOf(level, code), name })),
  ) as [Choice[], Choice[]];
  const territory = within === null ? undefined : data.territories.bySlug(within);
  const listed = [...regions, ...departements].some(({ slug }) => slug === within);
  const other =
    territory && within !== null && !listed ? { slug: within, name: formatName(territory) } : null;
  return { other, regions, departements };
}
