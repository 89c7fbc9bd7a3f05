import type { Territory } from '../territory/territory.ts';

/** What tells on which land a commune is. */
type Located = Pick<Territory, 'code' | 'zone' | 'departement'>;

/**
 * The land that a commune is on: the mainland with its islands, Corsica, each overseas département, each
 * overseas collectivity. Nobody is counted as served by a place of another land, however near it looks
 * from above. Islands of the mainland are counted with it: a limit that the pages say.
 */
export function landmassOf({ code, zone, departement }: Located): string {
  if (zone === 'com') return code.slice(0, 3);
  if (zone === 'drom') return departement ?? code.slice(0, 3);
  return code.startsWith('2A') || code.startsWith('2B') ? 'corse' : 'continent';
}

/** The land of each commune as a small number, in the order given; the same word gives the same number. */
export function landNumbers(communes: readonly Located[]): Uint8Array {
  const numbers = new Map<string, number>();
  return Uint8Array.from(communes, (commune) => {
    const land = landmassOf(commune);
    const known = numbers.get(land) ?? numbers.size;
    numbers.set(land, known);
    return known;
  });
}
