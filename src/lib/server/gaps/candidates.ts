import { EVERYBODY, groupOfWord } from '../../domain/access/gaps/group.ts';
import { shareBeyond } from '../../domain/access/gaps/unmet-need.ts';
import { NO_CRITERIA, type PlaceCriteria } from '../../domain/places/criteria.ts';
import { NO_FILTER, SERVICES } from '../../domain/places/filter.ts';
import { MOMENTS } from '../../domain/places/opening-week.ts';
import { zoneText } from '../../domain/report/unmet-need.ts';
import type { GapKind } from '../../domain/strategy/model/strategy.ts';
import { slugOf } from '../../domain/territory/slug.ts';
import type { Territory } from '../../domain/territory/territory.ts';
import { formatNumber, formatPercent } from '../../format/number.ts';
import { frenchNumerals } from '../../format/numerals.ts';
import { formatName, ofName } from '../../format/territory.ts';
import { strategySteps } from '../../messages/strategy-steps.ts';
import { DEFAULT_GAPS_VIEW, writeGapsView, type GapsView } from '../../view/gaps-view.ts';
import { EDITION } from '../../view/reference-day.ts';
import { accessOf, gapsOf, needWithin, zonesWithin } from '../queries/access/gaps.ts';
import { inSlices } from '../queries/in-slices.ts';
import type { Snapshot } from '../queries/snapshot.ts';
import { cityCandidates } from './city-candidates.ts';
import { offeredIn } from './parts.ts';
import { groupText, supplyText } from './words.ts';
import { zoneSheets, type ZoneSheet } from './zone-sheets.ts';

const words = strategySteps.gaps;

/** A gap that a strategy may retain, as it is measured today. */
export interface GapCandidate {
  name: string;
  kind: GapKind;
  /** Parameters of the page of gaps that shows it. */
  query: string;
  communes: string[];
  /** People of the group; `null` when they are not known. */
  people: number | null;
  measured: string;
}

/** Zones, and services or moments, that are proposed. */
const MOST_ZONES = 8;
const MOST_SERVICES = 6;
/** Kilometres past which zones are looked for, the first that gives some: in a dense town nobody is ten away. */
const ZONE_LIMITS = [DEFAULT_GAPS_VIEW.limit, 5, 3] as const;

/** What may be missing beside distance. */
const QUESTIONS: readonly { kind: GapKind; criteria: PlaceCriteria }[] = [
  { kind: 'service', criteria: { ...NO_CRITERIA, filter: { ...NO_FILTER, free: true, assisted: true } } },
  ...MOMENTS.map((moment) => ({ kind: 'hours' as const, criteria: { ...NO_CRITERIA, moment } })),
  ...SERVICES.map((service) => ({
    kind: 'service' as const,
    criteria: { ...NO_CRITERIA, filter: { ...NO_FILTER, services: [service] } },
  })),
  { kind: 'equipment', criteria: { ...NO_CRITERIA, offers: ['equipment'] } },
];

/** The people whom strategies count first. */
const POOR = groupOfWord('pauvrete') ?? EVERYBODY;

/** The view of a question about a territory. */
const viewOf = (territory: Territory, criteria: PlaceCriteria): GapsView => ({
  ...DEFAULT_GAPS_VIEW,
  ...criteria,
  reference: criteria.freshness === null ? DEFAULT_GAPS_VIEW.reference : EDITION,
  group: POOR,
  within: territory.level === 'france' ? null : slugOf(territory.level, territory.code),
});

/**
 * What is missing in a territory: its zones out of reach, where the most people are first; then services and
 * moments that no place in reach has; then hours, where it has fewer in reach than what it is part of,
 * and the arrondissements of a city that have fewer places than the whole of it. Where
 * nobody is far, gaps are of the last two kinds. `today` is an ISO day.
 */
export const gapCandidates = (data: Snapshot, territory: Territory, today: string): Promise<GapCandidate[]> =>
  inSlices(countingCandidates(data, territory, today));

/** A zone as a strategy retains it. */
export function zoneCandidate(sheet: ZoneSheet, view: GapsView): GapCandidate {
  return {
    name: words.zone(ofName(sheet.name), words.limit(formatNumber(view.limit), view.unit)),
    kind: 'distance',
    query: writeGapsView(view),
    communes: sheet.communes.map(({ code }) => code),
    people: peopleOf(sheet.zone.need.groupBeyond.value),
    measured: zoneText(sheet.zone.need, groupText(view.group), view.group === EVERYBODY, frenchNumerals),
  };
}

const peopleOf = (value: number | null): number | null => (value === null ? null : Math.round(value));

function* countingCandidates(
  data: Snapshot,
  territory: Territory,
  today: string,
): Generator<void, GapCandidate[]> {
  if (data.places.length === 0) return [];
  if (data.territories.communes(territory).length === 0) return cityCandidates(data, territory);
  const found = yield* countingZones(data, territory, today);
  const services: GapCandidate[] = [];
  for (const { kind, criteria } of QUESTIONS) {
    const candidate = serviceCandidate(data, territory, kind, criteria, today);
    if (candidate) services.push(candidate);
    yield;
  }
  services.sort((a, b) => (b.people ?? 0) - (a.people ?? 0));
  const capacity = capacityCandidate(data, territory, today);
  return [
    ...found,
    ...services.slice(0, MOST_SERVICES),
    ...(capacity ? [capacity] : []),
    ...cityCandidates(data, territory),
  ];
}

/** The zones out of reach: at the usual limit, else at the largest one under it at which there are some. */
function* countingZones(
  data: Snapshot,
  territory: Territory,
  today: string,
): Generator<void, GapCandidate[]> {
  for (const limit of ZONE_LIMITS) {
    const view = { ...viewOf(territory, NO_CRITERIA), limit };
    const gaps = gapsOf(data, view, today);
    yield;
    const zones = (zonesWithin(data, gaps, territory) ?? []).slice(0, MOST_ZONES);
    if (zones.length > 0)
      return zoneSheets(data, gaps, view, zones, today).map((sheet) => zoneCandidate(sheet, view));
  }
  return [];
}

/** What no place in reach has; `null` where everybody has it, or where no source says it of any place. */
function serviceCandidate(
  data: Snapshot,
  territory: Territory,
  kind: GapKind,
  criteria: PlaceCriteria,
  today: string,
): GapCandidate | null {
  const view = viewOf(territory, criteria);
  const gaps = gapsOf(data, view, today);
  if (gaps.supply.ranks.length === 0) return null;
  const need = needWithin(data, gaps, territory);
  const people = peopleOf(need.groupBeyond.value);
  if (people === null || people === 0) return null;
  const share = shareBeyond(need);
  const { many } = groupText(view.group);
  return {
    name: words.without(supplyText(data, criteria)),
    kind,
    query: writeGapsView(view),
    communes: [],
    people,
    measured: words.serviceMeasured(
      formatNumber(people),
      many,
      Number.isNaN(share) ? '' : formatPercent(100 * share, 1),
    ),
  };
}

/** Fewer hours of help in reach than what the territory is part of; `null` otherwise. */
function capacityCandidate(data: Snapshot, territory: Territory, today: string): GapCandidate | null {
  const view: GapsView = { ...viewOf(territory, NO_CRITERIA), supply: 'hours' };
  const gaps = gapsOf(data, view, today);
  const access = accessOf(data, view, today);
  const hoursIn = (one: Territory): number => offeredIn(data, gaps, access, one).accessPer10000;
  const own = hoursIn(territory);
  const parents = Object.values(data.territories.parents(territory));
  const better = parents
    .map((parent) => ({ parent, hours: hoursIn(parent) }))
    .filter(({ hours }) => hours > own)
    .sort((a, b) => b.hours - a.hours)[0];
  if (!better || Number.isNaN(own)) return null;
  return {
    name: words.capacity(formatName(territory)),
    kind: 'capacity',
    query: writeGapsView(view),
    communes: [],
    people: peopleOf(needWithin(data, gaps, territory).group.value),
    measured: words.capacityMeasured(
      formatNumber(own, 1),
      formatName(better.parent),
      formatNumber(better.hours, 1),
    ),
  };
}
