import { indicatorsInUse } from '../../domain/indicators/catalogue.ts';
import { catalogueInUse, catalogueKey } from '../../domain/indicators/catalogue-in-use.ts';
import { cellAt, type Column } from '../../domain/indicators/column.ts';
import type { Indicator } from '../../domain/indicators/indicator.ts';
import { rankOf, sortedValues } from '../../domain/indicators/position.ts';
import { sourceNotice } from '../../domain/indicators/source.ts';
import { ABSENT, isKnown } from '../../domain/indicators/value.ts';
import { NO_FILTER } from '../../domain/places/filter.ts';
import { PLACE_KINDS, type PlaceKind } from '../../domain/places/place.ts';
import type {
  ClassDistribution,
  Comparison,
  Figure,
  NearestPlace,
  PlaceCounts,
  Portrait,
  Reference,
  Standing,
} from '../../domain/report/portrait.ts';
import { AGGREGATE_LEVELS, type Level } from '../../domain/territory/level.ts';
import { slugOf } from '../../domain/territory/slug.ts';
import type { Territory } from '../../domain/territory/territory.ts';
import { copperOf } from './copper.ts';
import { coverageOf } from './access/coverage.ts';
import { remember } from './memo.ts';
import { nearestPlaces, placesWithin, reachOf, type AskedFilter } from './access/reach.ts';
import type { Snapshot } from './snapshot.ts';

/** Counts that only serve as denominators: on the methodology page, not on a territory's. */
const DENOMINATORS: ReadonlySet<string> = new Set([
  'personnes-fiscales-2021',
  'population-2022',
  'population-2013',
  'logements-2018',
  'actifs-2018',
  'mci-locaux',
  'debit-filaire-locaux',
  'debit-terrestre-locaux',
  'cartefibre-locaux',
]);

/** The indicators of a territory's page that have figures here, in the order of the catalogue, those of tables last. */
export function portraitIndicators(): Indicator[] {
  const unloaded = new Set(catalogueInUse().unloaded);
  return indicatorsInUse().filter(({ id }) => !DENOMINATORS.has(id) && !unloaded.has(id));
}

/** Under this share of known groups, a rank among them would follow secrecy more than the figure. */
const MINIMUM_PEERS = 0.5;

/** Parents, from the nearest to the country. */
const PARENT_LEVELS = [
  'commune',
  'epci',
  'ept',
  'departement',
  'region',
  'france',
] as const satisfies readonly Level[];

export const referenceTo = (territory: Territory): Reference => ({
  level: territory.level,
  code: territory.code,
  name: territory.name,
  departement:
    territory.level === 'commune' || territory.level === 'arrondissement' ? territory.departement : null,
  slug: slugOf(territory.level, territory.code),
  population: territory.population,
});

/** The parents of a territory, from the nearest to the country. */
export function parentsOf(data: Snapshot, territory: Territory): Territory[] {
  const parents = data.territories.parents(territory);
  return PARENT_LEVELS.map((level) => parents[level]).filter((parent) => parent !== undefined);
}

/** Whether the figures of a level are computed from those of communes. */
const isAggregate = (level: Level): boolean => (AGGREGATE_LEVELS as readonly Level[]).includes(level);

/**
 * Everything known of a territory, assembled from the snapshot without a query. Kept for the
 * territories asked for most recently.
 */
export function readPortrait(
  data: Snapshot,
  territory: Territory,
  filter: AskedFilter = NO_FILTER,
): Promise<Portrait> {
  const key = `${slugOf(territory.level, territory.code)}/${JSON.stringify(filter)}/${catalogueKey()}`;
  return remember(data, 'portrait', key, () => assemble(data, territory, filter), 1_000);
}

async function assemble(data: Snapshot, territory: Territory, filter: AskedFilter): Promise<Portrait> {
  const parents = parentsOf(data, territory);
  const members = data.territories.communes(territory);
  const reach = reachOf(data, filter);
  const compared = distinctParents(data, parents, members.length);
  const figures = await Promise.all(
    portraitIndicators().map((indicator) => readFigure(data, territory, compared, members, indicator)),
  );
  const group = isAggregate(territory.level);
  return {
    territory: referenceTo(territory),
    parents: parents.map(referenceTo),
    communes: members.length,
    figures: figures.filter((figure) => figure !== null),
    filtered:
      filter.kinds.length + filter.services.length > 0 ||
      filter.free ||
      filter.assisted ||
      filter.finer !== undefined,
    places: countPlaces(data, territory, filter),
    nearest: group ? null : nearestOf(reach, territory),
    coverage: group ? coverageOf(data, members, filter) : null,
    copper: copperOf(data, territory, members),
  };
}

/**
 * The parents worth comparing with: Paris is a commune and a département, Guadeloupe a département and
 * a région; a parent with the communes of another says nothing more.
 */
function distinctParents(data: Snapshot, parents: readonly Territory[], own: number): Territory[] {
  const sizes = new Set([own]);
  return parents.filter((parent) => {
    const size = data.territories.communes(parent).length;
    return !sizes.has(size) && sizes.add(size);
  });
}

async function readFigure(
  data: Snapshot,
  territory: Territory,
  parents: readonly Territory[],
  members: readonly Territory[],
  indicator: Indicator,
): Promise<Figure | null> {
  // What nobody has to load is not missing where nobody did.
  if (sourceNotice(indicator.source).optional && !data.column(indicator.id, 'commune')) return null;
  const [column, ...parentColumns] = [territory, ...parents].map(({ level }) =>
    data.column(indicator.id, level),
  );
  const classes =
    isAggregate(territory.level) && indicator.classes ? await countClasses(data, members, indicator) : null;
  if (!column && !classes && territory.level === 'arrondissement') return null;
  const cell = column ? cellAt(column, territory.ordinal) : ABSENT;
  const comparisons = parents.flatMap((parent, at): Comparison[] => {
    const held = parentColumns[at];
    return held ? [{ to: referenceTo(parent), cell: cellAt(held, parent.ordinal) }] : [];
  });
  const published = indicator.source === 'ifn-communes' && territory.level === 'epci';
  return {
    indicator: indicator.id,
    source: published ? 'ifn-epci' : indicator.source,
    cell,
    aggregated: isAggregate(territory.level) && !published,
    comparisons,
    standings:
      column && !indicator.classes && indicator.kind !== 'date' && isKnown(cell)
        ? standings(data, territory, parents, indicator, column)
        : [],
    classes,
  };
}

/** The known figures of the peers of a territory, ascending, kept with the snapshot. */
export function peerValues(
  data: Snapshot,
  indicator: string,
  column: Column,
  level: Level,
  within: Territory,
): Float64Array {
  const key = `${indicator}/${level}/${within.level}/${within.code}`;
  const make = (): Float64Array => {
    if (within.level === 'france' && level !== 'commune') return sortedValues(column);
    const peers =
      level === 'arrondissement'
        ? data.territories.arrondissements(within)
        : data.territories.communes(within);
    return sortedValues(
      column,
      peers.map(({ ordinal }) => ordinal),
    );
  };
  return remember(data, 'peers', key, make, 4_096);
}

/** The circles of peers in which a rank means something. */
function standings(
  data: Snapshot,
  territory: Territory,
  parents: readonly Territory[],
  indicator: Indicator,
  column: Column,
): Standing[] {
  const circles: readonly Level[] =
    territory.level === 'commune'
      ? ['departement', 'france']
      : territory.level === 'arrondissement'
        ? ['commune']
        : ['france'];
  const cell = cellAt(column, territory.ordinal);
  return circles.flatMap((circle): Standing[] => {
    const within = parents.find(({ level }) => level === circle);
    if (!within) return [];
    const position = rankOf(cell, peerValues(data, indicator.id, column, territory.level, within));
    if (position && isAggregate(territory.level) && position.known < MINIMUM_PEERS * column.values.length)
      return [];
    return position ? [{ within: referenceTo(within), level: territory.level, position }] : [];
  });
}

async function countClasses(
  data: Snapshot,
  members: readonly Territory[],
  indicator: Indicator,
): Promise<ClassDistribution | null> {
  const column = data.column(indicator.id, 'commune');
  if (!column) return null;
  const classes = (indicator.classes ?? []).map(({ value }) => ({ value, communes: 0, people: 0 }));
  const byValue = new Map(classes.map((entry) => [entry.value, entry]));
  const unknown = { communes: 0, people: 0 };
  for (const { ordinal, population } of members) {
    const cell = cellAt(column, ordinal);
    const entry = (isKnown(cell) && byValue.get(cell.value)) || unknown;
    entry.communes++;
    entry.people += population ?? 0;
  }
  return { classes, unknown };
}

/** The matching places of a territory, counted. An arrondissement's are those of its postcodes. */
export function countPlaces(data: Snapshot, territory: Territory, filter: AskedFilter): PlaceCounts {
  const reach = reachOf(data, filter);
  const members = data.territories.communes(territory);
  const places = placesOf(data, territory, filter);
  const byKind = Object.fromEntries(PLACE_KINDS.map((kind) => [kind, 0])) as Record<PlaceKind, number>;
  for (const { kind } of places) byKind[kind]++;
  return {
    total: places.length,
    byKind,
    communes: members.filter(({ code }) => reach.byCommune.has(code)).length,
  };
}

/** The matching places of a territory, by commune then name. */
export function placesOf(data: Snapshot, territory: Territory, filter: AskedFilter) {
  const reach = reachOf(data, filter);
  if (territory.level !== 'arrondissement') return placesWithin(reach, data.territories.communes(territory));
  const city = data.territories.parents(territory).commune;
  if (!city) return [];
  return placesWithin(reach, [city]).filter(({ postcode }) => territory.postcodes.includes(postcode));
}

/** The nearest place. One drawn at the centre of its commune for want of an address is passed over where another of that commune has its own. */
function nearestOf(reach: ReturnType<typeof reachOf>, { lon, lat }: Territory): NearestPlace | null {
  if (lon === null || lat === null) return null;
  const [first] = nearestPlaces(reach, { lon, lat }, 1, () => false);
  const isVague = first !== undefined && first.place.position !== 'given';
  const [exact] = isVague
    ? nearestPlaces(
        reach,
        { lon, lat },
        1,
        ({ position, commune }) => position !== 'given' || commune !== first.place.commune,
      )
    : [];
  const found = exact ?? first;
  if (!found || found.distance === null) return null;
  const { name, town, position } = found.place;
  return { name, town, distance: found.distance, approximate: position !== 'given' };
}
