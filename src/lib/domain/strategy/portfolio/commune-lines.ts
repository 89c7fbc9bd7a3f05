import { securedOf } from '../plan/by-lead.ts';
import { countedNow } from '../plan/counted-now.ts';
import { locateAction, type Gazetteer, type LocatedBy } from '../plan/located-action.ts';
import type { FactsOf, HeldStrategy } from './portfolio.ts';

/** What a commune is given, beside its need. */
export interface CommuneLine {
  commune: string;
  inhabitants: number | null;
  need: number | null;
  /** Euros granted or paid, that the actions bring here; 0 where they bring none. */
  euros: number;
  /** Sites of the scenarios that were counted. */
  places: number;
  /** Hours of help a week of those that say them; `null` where there are sites and none says. */
  hours: number | null;
}

/** Money and places by commune. */
export interface CommuneShares {
  /** Every commune of the perimeters, and others that are given something; once each. */
  lines: CommuneLine[];
  /** Euros that were brought to a commune, by how it is known. */
  located: Record<LocatedBy, number>;
  /** Sites whose commune nobody knows. */
  lostPlaces: number;
}

interface Share {
  euros: number;
  places: number;
  hours: number;
  hoursSaid: number;
}

/**
 * Brings money, places and hours to communes. The money of an action is shared by `locateAction`; what cannot be
 * placed is counted apart, under « nothing », and given to no commune.
 */
export function shareByCommune(
  strategies: readonly HeldStrategy[],
  factsOf: FactsOf,
  gazetteer: Gazetteer,
): CommuneShares {
  const shares = new Map<string, Share>();
  const shareOf = (commune: string): Share => {
    const held = shares.get(commune) ?? { euros: 0, places: 0, hours: 0, hoursSaid: 0 };
    shares.set(commune, held);
    return held;
  };
  const located: CommuneShares['located'] = { sites: 0, places: 0, gaps: 0, nothing: 0 };
  let lostPlaces = 0;
  for (const { communes } of strategies) communes.forEach(shareOf);
  for (const { strategy } of strategies)
    for (const action of strategy.actions) {
      const { by, parts } = locateAction(action, strategy.gaps, gazetteer);
      const euros = securedOf(action).sum ?? 0;
      const placed = parts.reduce((sum, { part }) => sum + part, 0);
      for (const { commune, part } of parts) shareOf(commune).euros += euros * part;
      located[by] += euros * placed;
      if (placed < 1) located.nothing += euros * (1 - placed);
      for (const { commune, hours } of countedNow(action)?.sites ?? []) {
        if (commune === null) lostPlaces++;
        else {
          const share = shareOf(commune);
          share.places++;
          share.hours += hours ?? 0;
          share.hoursSaid += Number(hours !== null);
        }
      }
    }
  return {
    lines: [...shares].map(([commune, { euros, places, hours, hoursSaid }]) => ({
      commune,
      ...factsOf(commune),
      euros,
      places,
      hours: places > 0 && hoursSaid === 0 ? null : hours,
    })),
    located,
    lostPlaces,
  };
}
