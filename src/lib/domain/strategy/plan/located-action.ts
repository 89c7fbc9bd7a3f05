import type { Action, Gap } from '../model/strategy.ts';
import { countedNow } from './counted-now.ts';

/** A commune that an action works in, and its part of the action. */
export interface ActionPart {
  /** Code. */
  commune: string;
  /** 0 to 1. The parts of an action make 1, or less where a site says no commune. */
  part: number;
}

/** Where the communes of an action are known from. */
export type LocatedBy = 'sites' | 'places' | 'gaps' | 'nothing';

export interface LocatedAction {
  by: LocatedBy;
  /** A commune once. */
  parts: ActionPart[];
}

/** What is known beside the strategy. */
export interface Gazetteer {
  /** Commune of a place of the directory; `null` when it is not known. */
  communeOfPlace(id: string): string | null;
  /** Inhabitants of a commune; `null` when unknown. */
  inhabitants(code: string): number | null;
}

/**
 * The communes of an action: those of the sites of its scenario, each site for as much; without any, of the
 * places that it names; without any, of the gaps that it answers, each commune for as much as it has inhabitants.
 */
export function locateAction(action: Action, gaps: readonly Gap[], gazetteer: Gazetteer): LocatedAction {
  const sites = countedNow(action)?.sites.map(({ commune }) => commune) ?? [];
  if (sites.length > 0) return { by: 'sites', parts: equalParts(sites) };
  const places = action.places.map((id) => gazetteer.communeOfPlace(id));
  if (places.some((code) => code !== null)) return { by: 'places', parts: equalParts(places) };
  const communes = [
    ...new Set(gaps.filter(({ id }) => action.gaps.includes(id)).flatMap((gap) => gap.communes)),
  ];
  const peopled = communes.map((commune) => ({ commune, people: gazetteer.inhabitants(commune) ?? 0 }));
  const all = peopled.reduce((sum, { people }) => sum + people, 0);
  if (all === 0) return { by: 'nothing', parts: [] };
  return {
    by: 'gaps',
    parts: peopled.flatMap(({ commune, people }) => (people > 0 ? [{ commune, part: people / all }] : [])),
  };
}

function equalParts(communes: readonly (string | null)[]): ActionPart[] {
  const counts = new Map<string, number>();
  for (const code of communes) if (code !== null) counts.set(code, (counts.get(code) ?? 0) + 1);
  return [...counts].map(([commune, count]) => ({ commune, part: count / communes.length }));
}

/** Every commune that an action speaks of: its sites, its places, and the gaps that it answers. */
export function communesOf(action: Action, gaps: readonly Gap[], gazetteer: Gazetteer): Set<string> {
  const sites = countedNow(action)?.sites.map(({ commune }) => commune) ?? [];
  const places = action.places.map((id) => gazetteer.communeOfPlace(id));
  const answered = gaps.filter(({ id }) => action.gaps.includes(id)).flatMap(({ communes }) => communes);
  return new Set([...sites, ...places, ...answered].filter((code) => code !== null));
}
