import { communeOfIris, zoneCode } from './zone-code.ts';
import type { Zone, ZoneKind } from './zone.ts';

/** What a zone's share in its commune is counted by: people, else ground, else each alike. */
export type ZoneWeighting = 'population' | 'area' | 'equal';

/** A row of a table whose key is a zone; `null` where its figure is unknown. */
export interface ZoneRow {
  code: string;
  value: number | null;
}

/** The figure of a commune, made from those of its zones. */
export interface RolledCommune {
  commune: string;
  /** `null` when the figure of none of its zones is known, or that of one that a count needs. */
  value: number | null;
  weighting: ZoneWeighting;
  /** Zones of the table in the commune, and those of them whose figure is unknown. */
  zones: number;
  unknown: number;
  /** Share of the commune's people that those zones hold, 0 to 1; `null` when either is unknown. */
  cover: number | null;
  /** Least and most of its zones: what one figure hides; `null` under two known figures. */
  spread: readonly [least: number, most: number] | null;
}

export interface ZoneRollUp {
  /** By code. */
  communes: RolledCommune[];
  /** Codes of no zone known, or of a commune that no COG has. */
  unmatched: string[];
  /** Codes given more than once: only their first row counts. */
  repeated: string[];
  /** Zones over several communes, shared out equally: nothing says who lives on which side. */
  shared: number;
}

export interface ZoneRollUpInputs {
  kind: ZoneKind;
  /** Counts add up; rates are averaged. */
  figure: 'count' | 'rate';
  /** Zones loaded, by code; an IRIS that is not among them is put in the commune that its code names. */
  zones: ReadonlyMap<string, Zone>;
  /** The current commune of a code of any edition; `null` when there is none. */
  current: (code: string) => { code: string; population: number | null } | null;
}

interface Part {
  value: number | null;
  /** Share of the zone that is in the commune. */
  share: number;
  zone: Zone | null;
}

/**
 * Rolls the rows of zones up to current communes. Inside a commune, rates weigh by the people of each
 * zone when all are known, else by area, else alike; counts add up, a zone over several communes in equal
 * shares. What that leaves unsaid (cover, spread, unknown zones) stands beside each figure.
 */
export function rollUpZones(rows: readonly ZoneRow[], inputs: ZoneRollUpInputs): ZoneRollUp {
  const parts = new Map<string, { population: number | null; list: Part[] }>();
  const unmatched: string[] = [];
  const repeated: string[] = [];
  const seen = new Set<string>();
  let shared = 0;
  for (const row of rows) {
    const code = zoneCode(inputs.kind, row.code);
    const zone = code === null ? null : (inputs.zones.get(code) ?? null);
    const communes = code === null ? [] : communesOf(code, zone, inputs);
    if (code === null || communes.length === 0) {
      unmatched.push(row.code);
      continue;
    }
    if (seen.has(code)) {
      repeated.push(row.code);
      continue;
    }
    seen.add(code);
    if (communes.length > 1) shared++;
    for (const { code: commune, population } of communes) {
      const group = parts.get(commune) ?? { population, list: [] };
      group.list.push({ value: row.value, share: 1 / communes.length, zone });
      parts.set(commune, group);
    }
  }
  const communes = [...parts]
    .map(([commune, { population, list }]) => rollUpCommune(commune, population, list, inputs.figure))
    .sort((a, b) => (a.commune < b.commune ? -1 : 1));
  return { communes, unmatched, repeated, shared };
}

function communesOf(
  code: string,
  zone: Zone | null,
  { kind, current }: ZoneRollUpInputs,
): { code: string; population: number | null }[] {
  const named = zone?.communes ?? (kind === 'iris' ? [communeOfIris(code)] : []);
  const found = named.flatMap((one) => current(one) ?? []);
  return [...new Map(found.map((one) => [one.code, one])).values()];
}

function rollUpCommune(
  commune: string,
  population: number | null,
  parts: readonly Part[],
  figure: 'count' | 'rate',
): RolledCommune {
  const weighting = weightingOf(parts);
  const known = parts.filter((part): part is Part & { value: number } => part.value !== null);
  const values = known.map(({ value }) => value);
  const people = parts.every(({ zone }) => zone?.population != null)
    ? parts.reduce((sum, { zone, share }) => sum + (zone?.population ?? 0) * share, 0)
    : null;
  return {
    commune,
    value: figure === 'count' ? total(parts, known) : mean(known, weighting),
    weighting,
    zones: parts.length,
    unknown: parts.length - known.length,
    cover: people === null || !population ? null : Math.min(1, people / population),
    spread: known.length < 2 ? null : [Math.min(...values), Math.max(...values)],
  };
}

function weightingOf(parts: readonly Part[]): ZoneWeighting {
  if (parts.every(({ zone }) => zone?.population != null) && parts.some(({ zone }) => zone!.population! > 0))
    return 'population';
  return parts.every(({ zone }) => zone !== null && zone.areaKm2 > 0) ? 'area' : 'equal';
}

/** A count is whole or unknown: what a zone does not say may be anything. */
function total(parts: readonly Part[], known: readonly (Part & { value: number })[]): number | null {
  return known.length < parts.length ? null : known.reduce((sum, { value, share }) => sum + value * share, 0);
}

function mean(known: readonly (Part & { value: number })[], weighting: ZoneWeighting): number | null {
  const weightOf = ({ zone, share }: Part): number =>
    share *
    (weighting === 'population' ? (zone?.population ?? 0) : weighting === 'area' ? (zone?.areaKm2 ?? 0) : 1);
  const weight = known.reduce((sum, part) => sum + weightOf(part), 0);
  return weight === 0 ? null : known.reduce((sum, part) => sum + part.value * weightOf(part), 0) / weight;
}
