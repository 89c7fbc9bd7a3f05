import { spread } from '../geography/frontier.ts';
import type { Parcel } from '../geography/land.ts';
import { distance } from '../geography/plane.ts';
import { TOWNS, type Town } from '../geography/towns.ts';

/** A group of communes with a seat: an EPCI, its SIREN-like number (299…, given to nobody) and its members' ranks. */
export interface Intercommunality {
  code: string;
  name: string;
  type: Town['epci']['type'] | 'EPT';
  seat: number;
  members: number[];
}

/** How far each kind of EPCI reaches: a larger town takes communes from farther away. */
const PULL: Record<Town['epci']['type'], number> = { METRO: 1.15, CA: 1.2, CC: 1 };

/** Members of the établissement public territorial inside the métropole. */
const EPT_MEMBERS = 7;

/**
 * Groups the communes around the towns: each joins the town it reaches first through its
 * neighbours, so that every EPCI holds together. A commune without land neighbours joins none.
 */
export function groupCommunes(parcels: readonly Parcel[]): Intercommunality[] {
  const seats = TOWNS.map((town) => parcels.findIndex((parcel) => parcel.town === town));
  const owner = spread(
    parcels.length,
    seats.map((node) => ({ node, start: 0 })),
    (rank) => (parcels[rank] as Parcel).neighbours,
    (from, to, seed) =>
      distance((parcels[from] as Parcel).seat, (parcels[to] as Parcel).seat) /
      PULL[(TOWNS[seed] as Town).epci.type],
  );
  return TOWNS.map(({ epci }, rank) => ({
    code: String(299_000_011 + 37 * rank),
    ...epci,
    seat: seats[rank] as number,
    members: parcels.flatMap((_, commune) => (owner[commune] === rank ? [commune] : [])),
  }));
}

/** The établissement public territorial: the communes around the centre of the métropole, the centre left out. */
export function groupSuburbs(
  parcels: readonly Parcel[],
  epci: readonly Intercommunality[],
): Intercommunality {
  const metropole = epci.find(({ type }) => type === 'METRO') as Intercommunality;
  const centre = (parcels[metropole.seat] as Parcel).seat;
  const members = metropole.members
    .filter((rank) => rank !== metropole.seat)
    .sort(
      (a, b) => distance((parcels[a] as Parcel).seat, centre) - distance((parcels[b] as Parcel).seat, centre),
    )
    .slice(0, EPT_MEMBERS);
  return { code: '299000994', name: 'Rives de Liselle', type: 'EPT', seat: members[0] as number, members };
}
