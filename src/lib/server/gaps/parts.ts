import { shareBeyond, unmetNeed, type UnmetNeed } from '../../domain/access/gaps/unmet-need.ts';
import type { MapLevel } from '../../domain/territory/level.ts';
import { slugOf } from '../../domain/territory/slug.ts';
import type { Territory } from '../../domain/territory/territory.ts';
import { formatName } from '../../format/territory.ts';
import { populationsOf, type Access, type Gaps } from '../queries/access/gaps.ts';
import type { Snapshot } from '../queries/snapshot.ts';
import { homesOf } from '../queries/access/supply.ts';

/** What people of some communes have. */
export interface Offered {
  /** Places that answer, in these communes. */
  places: number;
  /** The same for 10,000 inhabitants; NaN without any. */
  placesPer10000: number;
  /** Supply for 10,000 inhabitants by floating catchments; NaN without inhabitants. */
  accessPer10000: number;
}

/** One part of a territory beside the others. */
export interface PartRow extends Offered {
  level: MapLevel;
  code: string;
  name: string;
  slug: string;
  need: UnmetNeed;
  /** 0 to 1; NaN when unknown. */
  share: number;
}

const CHILDREN: Readonly<Partial<Record<Territory['level'], MapLevel>>> = {
  france: 'region',
  region: 'departement',
  departement: 'epci',
  epci: 'commune',
  ept: 'commune',
};

/** The level of the parts of a territory; `null` for a commune, which has none. */
export const partsLevel = ({ level }: Territory): MapLevel | null => CHILDREN[level] ?? null;

/** Every part of a territory: the intercommunalities of a département with their communes of that département only. */
export function partRows(data: Snapshot, gaps: Gaps, access: Access, territory: Territory): PartRow[] {
  const level = partsLevel(territory);
  if (level === null) return [];
  const groups = new Map<string, number[]>();
  for (const commune of data.territories.communes(territory)) {
    const code = level === 'commune' ? commune.code : commune[level];
    if (code === null) continue;
    const own = groups.get(code);
    if (own) own.push(commune.ordinal);
    else groups.set(code, [commune.ordinal]);
  }
  const placesOf = placesByCommune(data, gaps);
  return [...groups].flatMap(([code, ordinals]) => {
    const part = data.territories.get(level, code);
    return part ? [rowOf(data, gaps, access, part, ordinals, placesOf)] : [];
  });
}

/** What people of a territory have of the places that answer. */
export const offeredIn = (data: Snapshot, gaps: Gaps, access: Access, territory: Territory): Offered =>
  offeredTo(
    data,
    access,
    data.territories.communes(territory).map(({ ordinal }) => ordinal),
    placesByCommune(data, gaps),
  );

/** Places that answer in each commune. */
function placesByCommune(data: Snapshot, { supply }: Gaps): Int32Array {
  const counts = new Int32Array(data.territories.all('commune').length);
  for (const home of homesOf(data, supply.ranks)) if (home >= 0) counts[home] = (counts[home] as number) + 1;
  return counts;
}

function offeredTo(
  data: Snapshot,
  { catchment }: Access,
  ordinals: readonly number[],
  placesOf: Int32Array,
): Offered {
  const populations = populationsOf(data);
  const sum = (of: (ordinal: number) => number): number =>
    ordinals.reduce((total, ordinal) => total + of(ordinal), 0);
  const people = sum((ordinal) => populations[ordinal] || 0);
  const places = sum((ordinal) => placesOf[ordinal] as number);
  const supplied = sum((ordinal) => (populations[ordinal] || 0) * (catchment.access[ordinal] as number));
  const per10000 = (amount: number): number => (people === 0 ? Number.NaN : (10_000 * amount) / people);
  return { places, placesPer10000: per10000(places), accessPer10000: per10000(supplied) };
}

function rowOf(
  data: Snapshot,
  gaps: Gaps,
  access: Access,
  part: Territory,
  ordinals: readonly number[],
  placesOf: Int32Array,
): PartRow {
  const need = unmetNeed(gaps.setting, ordinals);
  return {
    level: part.level as MapLevel,
    code: part.code,
    name: formatName(part),
    slug: slugOf(part.level, part.code),
    need,
    share: shareBeyond(need),
    ...offeredTo(data, access, ordinals, placesOf),
  };
}
