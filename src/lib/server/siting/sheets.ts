import type { SiteSheet } from '../../domain/siting/frame/site-sheet.ts';
import { SITE_KINDS, type SiteKind, type SitingFrame } from '../../domain/siting/frame/siting-frame.ts';
import { cellAt } from '../../domain/indicators/column.ts';
import { isKnown } from '../../domain/indicators/value.ts';
import type { Place } from '../../domain/places/place.ts';
import { slugOf } from '../../domain/territory/slug.ts';
import type { Territory } from '../../domain/territory/territory.ts';
import { formatDistance, formatPercent } from '../../format/number.ts';
import { formatName } from '../../format/territory.ts';
import { implantation } from '../../messages/implantation.ts';
import { placeGrid } from '../queries/access/supply.ts';
import type { Snapshot } from '../queries/snapshot.ts';

/** Places named beside a site, and how far they may be. */
const PARTNERS = 3;
const NEAR_METRES = 15_000;

/** Describes a site of a frame by its kind and reference; `null` for one that is not there. */
export function siteSheet(data: Snapshot, kind: SiteKind, reference: number): SiteSheet | null {
  const place = kind === 'commune' ? null : data.places[reference];
  const commune =
    kind === 'commune'
      ? data.territories.all('commune')[reference]
      : place?.commune != null
        ? data.territories.get('commune', place.commune)
        : undefined;
  if (kind === 'commune' ? !commune : !place) return null;
  const at = place ?? (commune as Territory);
  return {
    kind,
    name: place ? `${place.name} (${place.town})` : formatName(commune as Territory),
    href: place
      ? `/lieux/${encodeURIComponent(place.id)}`
      : `/territoires/${slugOf('commune', (commune as Territory).code)}`,
    code: commune?.code ?? null,
    place: place?.id ?? null,
    partners: partnersNear(data, at, place?.id ?? null),
    why: commune ? reasonsOf(data, commune) : [],
  };
}

/** The sheets of some sites of a frame, in their order. */
export const siteSheets = (
  data: Snapshot,
  { sites }: SitingFrame,
  numbers: readonly number[],
): (SiteSheet | null)[] =>
  numbers.map((site) =>
    siteSheet(data, SITE_KINDS[sites.kinds[site] as number] as SiteKind, sites.references[site] as number),
  );

function partnersNear(
  data: Snapshot,
  { lon, lat }: Pick<Territory, 'lon' | 'lat'>,
  without: string | null,
): SiteSheet['partners'] {
  if (lon === null || lat === null) return [];
  const found: { place: Place; metres: number }[] = [];
  placeGrid(data).within(lon, lat, NEAR_METRES, (rank, metres) => {
    const place = data.places[rank] as Place;
    if (place.id !== without) found.push({ place, metres });
  });
  return found
    .sort((a, b) => a.metres - b.metres)
    .slice(0, PARTNERS)
    .map(({ place: { id, name }, metres }) => ({
      name,
      href: `/lieux/${encodeURIComponent(id)}`,
      distance: formatDistance(metres),
    }));
}

function reasonsOf(data: Snapshot, { ordinal }: Territory): string[] {
  const figure = (id: string): number | null => {
    const column = data.column(id, 'commune');
    const cell = column && cellAt(column, ordinal);
    return cell && isKnown(cell) ? cell.value : null;
  };
  const [poverty, elders] = [figure('taux-de-pauvrete-estime'), figure('part-65-ans-et-plus')];
  return [
    ...(poverty === null ? [] : [implantation.why.poverty(formatPercent(poverty, 1))]),
    ...(elders === null ? [] : [implantation.why.elders(formatPercent(elders, 1))]),
  ];
}
