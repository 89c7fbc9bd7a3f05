import type { CostUnit } from '../../domain/access/reach.ts';
import { answerableLimit } from '../../domain/access/travel/travel.ts';
import { unitOf } from '../../domain/siting/frame/frame-question.ts';
import type { SiteSheet } from '../../domain/siting/frame/site-sheet.ts';
import { SITE_KINDS, type SiteKind, type SitingFrame } from '../../domain/siting/frame/siting-frame.ts';
import { cellAt } from '../../domain/indicators/column.ts';
import { isKnown } from '../../domain/indicators/value.ts';
import type { Place } from '../../domain/places/place.ts';
import { slugOf } from '../../domain/territory/slug.ts';
import type { Territory } from '../../domain/territory/territory.ts';
import { formatCost } from '../../format/cost.ts';
import { formatPercent } from '../../format/number.ts';
import { formatName } from '../../format/territory.ts';
import { implantation } from '../../messages/implantation.ts';
import { placeGrid } from '../queries/access/supply.ts';
import type { Travel } from '../queries/access/travel.ts';
import type { Snapshot } from '../queries/snapshot.ts';

/** Places named beside a site, and how far they may be. */
const PARTNERS = 3;
const NEAR_METRES = 15_000;
const NEAR_MINUTES = 15;

/**
 * Describes a site of a frame by its kind and reference, what is near being told in the unit of the frame;
 * `null` for one that is not there.
 */
export function siteSheet(
  data: Snapshot,
  kind: SiteKind,
  reference: number,
  unit: CostUnit,
): SiteSheet | null {
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
    ...partnersNear(data, unit, { at, commune, without: place?.id ?? null }),
    why: commune ? reasonsOf(data, commune) : [],
  };
}

/** The sheets of some sites of a frame, in their order. */
export const siteSheets = (
  data: Snapshot,
  frame: SitingFrame,
  numbers: readonly number[],
): (SiteSheet | null)[] =>
  numbers.map((site) =>
    siteSheet(
      data,
      SITE_KINDS[frame.sites.kinds[site] as number] as SiteKind,
      frame.sites.references[site] as number,
      unitOf(frame),
    ),
  );

interface Site {
  at: Pick<Territory, 'lon' | 'lat'>;
  commune: Territory | undefined;
  /** Id of the place that is the site; `null` where there is none yet. */
  without: string | null;
}

/** Places that are near a site: by the ways told from its commune, or by distance. */
function partnersNear(data: Snapshot, unit: CostUnit, site: Site): Pick<SiteSheet, 'partners' | 'alone'> {
  const { travel } = data;
  const limit = unit === 'minutes' && travel ? answerableLimit(travel, NEAR_MINUTES) : NEAR_METRES;
  const found =
    unit === 'minutes' && travel
      ? placesInTime(data, travel, site.commune, limit)
      : placesAround(data, site.at, limit);
  const isSilent =
    unit === 'minutes' && travel !== null && site.commune !== undefined && !speaksFrom(travel, site.commune);
  const inside = ({ commune }: Place, cost: number): boolean =>
    unit === 'minutes' && cost === 0 && commune === site.commune?.code;
  return {
    alone: isSilent ? implantation.table.unknown : implantation.table.none(formatCost(limit, unit)),
    partners: found
      .filter(({ place }) => place.id !== site.without)
      .sort((a, b) => a.cost - b.cost)
      .slice(0, PARTNERS)
      .map(({ place, cost }) => ({
        id: place.id,
        name: place.name,
        href: `/lieux/${encodeURIComponent(place.id)}`,
        distance: inside(place, cost) ? implantation.table.inside : formatCost(cost, unit),
      })),
  };
}

interface FoundPlace {
  place: Place;
  cost: number;
}

function placesAround(
  data: Snapshot,
  { lon, lat }: Pick<Territory, 'lon' | 'lat'>,
  metres: number,
): FoundPlace[] {
  if (lon === null || lat === null) return [];
  const found: FoundPlace[] = [];
  placeGrid(data).within(lon, lat, metres, (rank, cost) => {
    found.push({ place: data.places[rank] as Place, cost });
  });
  return found;
}

/** Whether a source tells any way from a commune to a place. */
const speaksFrom = ({ reach: { starts } }: Travel, { ordinal }: Territory): boolean =>
  (starts[ordinal + 1] as number) > (starts[ordinal] as number);

/** Those of the commune at nothing, and those that a source tells to be within a limit of its centre. */
function placesInTime(
  { places }: Snapshot,
  { reach: { starts, supplies, costs } }: Travel,
  commune: Territory | undefined,
  limit: number,
): FoundPlace[] {
  if (!commune) return [];
  const found: FoundPlace[] = places.flatMap((place) =>
    place.commune === commune.code ? [{ place, cost: 0 }] : [],
  );
  for (let at = starts[commune.ordinal] as number; at < (starts[commune.ordinal + 1] as number); at++) {
    const place = places[supplies[at] as number] as Place;
    const cost = costs[at] as number;
    if (place.commune !== commune.code && cost <= limit) found.push({ place, cost });
  }
  return found;
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
