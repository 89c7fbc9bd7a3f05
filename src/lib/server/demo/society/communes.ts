import { drawLand, type Parcel } from '../geography/land.ts';
import { toLonLat } from '../geography/plane.ts';
import { TOWNS } from '../geography/towns.ts';
import { prngFor, type Prng } from '../random/prng.ts';
import { groupCommunes, groupSuburbs, type Intercommunality } from './intercommunal.ts';
import { freshName, nameParcels, sortKey } from './names.ts';
import { settle } from './population.ts';

/** A commune as it was before a merger, and the share of today's inhabitants who lived in it. */
export interface FormerCommune {
  code: string;
  name: string;
  share: number;
}

/** A fictional commune: its ground, its name, its place in the administration. */
export interface Commune extends Parcel {
  rank: number;
  code: string;
  name: string;
  /** SIREN-like number, given to nobody. */
  siren: string;
  postcodes: string[];
  population: number;
  arrondissement: string;
  epci: Intercommunality | null;
  /** Those merged into it, itself first; empty for most. */
  former: FormerCommune[];
  /** True when every source but the oldest already counts the merger. */
  mergedLongAgo: boolean;
  /** Centre in degrees, 4 decimals, as the sources publish it. */
  centre: { lon: number; lat: number };
}

export interface Society {
  communes: Commune[];
  epci: Intercommunality[];
  ept: Intercommunality;
}

export const DEPARTEMENT = { code: '99', name: "Îles-d'Exemple" };
export const REGION = { code: '99', name: 'Région de démonstration' };

/** Three arrondissements, around the first towns; a town belongs to the nearest. */
const ARRONDISSEMENT_SEATS = 3;

/** How the inhabitants of the two merged communes are shared out between the former ones. */
const MERGERS = [
  { least: 2200, most: 4800, shares: [0.52, 0.29, 0.19] },
  { least: 500, most: 1600, shares: [0.63, 0.37] },
];

/** For each commune to merge, the names and shares of the former ones, the current name first. */
function mergers(
  random: Prng,
  parcels: readonly Parcel[],
  names: readonly string[],
  populations: readonly number[],
): Map<number, { name: string; share: number }[]> {
  const taken = new Set(names);
  const merged = new Map<number, { name: string; share: number }[]>();
  for (const { least, most, shares } of MERGERS) {
    const rank = parcels.findIndex((parcel, candidate) => {
      const population = populations[candidate] as number;
      const isHomonym =
        names.indexOf(names[candidate] as string) !== names.lastIndexOf(names[candidate] as string);
      return (
        !parcel.town &&
        !parcel.isCoastal &&
        !isHomonym &&
        !merged.has(candidate) &&
        population >= least &&
        population <= most
      );
    });
    if (rank < 0) continue;
    merged.set(
      rank,
      shares.map((share, index) => ({
        name: index === 0 ? (names[rank] as string) : freshName(random, parcels[rank] as Parcel, taken),
        share,
      })),
    );
  }
  return merged;
}

/** Postal codes: three for the capital, one for the communes of each EPCI, one for the island apart. */
function postcodesOf(parcel: Parcel, epci: number): string[] {
  if (parcel.town === TOWNS[0]) return ['99000', '99100', '99200'];
  return [epci < 0 ? '99990' : String(99_300 + 10 * epci)];
}

/** Settles the island: names, codes in alphabetical order as INSEE gives them, people, groups. Same seed, same society. */
export function foundSociety(seed: number): Society {
  const parcels = drawLand(seed);
  const names = nameParcels(prngFor(seed, 'names'), parcels);
  const populations = settle(prngFor(seed, 'population'), parcels);
  const merged = mergers(prngFor(seed, 'mergers'), parcels, names, populations);
  const epci = groupCommunes(parcels);
  const registered = parcels
    .flatMap((_, rank) =>
      (merged.get(rank) ?? [{ name: names[rank] as string }]).map(({ name }, part) => ({ rank, part, name })),
    )
    .sort((a, b) =>
      sortKey(a.name) < sortKey(b.name) ? -1 : sortKey(a.name) > sortKey(b.name) ? 1 : a.rank - b.rank,
    );
  const codes = new Map(
    registered.map(({ rank, part }, order) => [`${rank}/${part}`, `99${String(order + 1).padStart(3, '0')}`]),
  );
  const codeOf = (rank: number, part = 0): string => codes.get(`${rank}/${part}`) as string;
  const communes = parcels.map((parcel, rank): Commune => {
    const group = epci.findIndex(({ members }) => members.includes(rank));
    const [lon, lat] = toLonLat(parcel.seat, 4);
    const code = codeOf(rank);
    return {
      ...parcel,
      rank,
      code,
      name: names[rank] as string,
      siren: `29${code}0${rank % 10}`,
      postcodes: postcodesOf(parcel, group),
      population: populations[rank] as number,
      arrondissement: `99${1 + (Math.max(0, group) % ARRONDISSEMENT_SEATS)}`,
      epci: epci[group] ?? null,
      former: (merged.get(rank) ?? []).map(({ name, share }, part) => ({
        name,
        share,
        code: codeOf(rank, part),
      })),
      mergedLongAgo: merged.has(rank) && merged.get(rank)?.length === 2,
      centre: { lon, lat },
    };
  });
  return { communes, epci, ept: groupSuburbs(parcels, epci) };
}
