import type { Territory } from '../../../domain/territory/territory.ts';
import type { Snapshot } from '../snapshot.ts';

/** A structure that runs places of a territory. */
export interface Runner {
  name: string;
  /** Identifiers of its places there. */
  places: string[];
  /** What they offer, each service once. */
  services: string[];
  /** Codes of the communes that they stand in. */
  communes: string[];
}

/** Who runs places in a territory, by how many, then by name: the operator that a place names, else its structure, else the place itself. */
export function runnersWithin(data: Snapshot, territory: Territory): Runner[] {
  const inside = new Set(data.territories.communes(territory).map(({ code }) => code));
  const byName = new Map<
    string,
    { name: string; places: string[]; services: Set<string>; communes: Set<string> }
  >();
  for (const { id, name: own, operator, structure, commune, services } of data.places) {
    if (commune === null || !inside.has(commune)) continue;
    const name = (operator ?? structure ?? own).trim();
    const key = name.toLocaleLowerCase('fr');
    const runner = byName.get(key) ?? { name, places: [], services: new Set(), communes: new Set() };
    byName.set(key, runner);
    runner.places.push(id);
    runner.communes.add(commune);
    for (const service of services) runner.services.add(service);
  }
  return [...byName.values()]
    .map(({ name, places, services, communes }) => ({
      name,
      places,
      services: [...services],
      communes: [...communes].sort(),
    }))
    .sort((a, b) => b.places.length - a.places.length || a.name.localeCompare(b.name, 'fr'));
}
