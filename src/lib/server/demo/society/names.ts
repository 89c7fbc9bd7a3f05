import type { Parcel } from '../geography/land.ts';
import { distance } from '../geography/plane.ts';
import { HIGH_COUNTRY } from '../geography/towns.ts';
import type { Prng } from '../random/prng.ts';
import { ENDINGS, HAMLETS, HIGH, INLAND, SAINTS, SEASIDE, STEMS } from './name-parts.ts';

/** Two words run together: « Cala » + « ance » loses a vowel, « Ombre » + « lune » does not. */
export function compound(stem: string, ending: string): string {
  const vowel = /^[aeiouéèê]/;
  return (vowel.test(ending) ? stem.replace(/[aeiouéè]$/, '') : stem) + ending;
}

/** What the place adds to its name, if anything: sea, river, high country or woods. */
function surroundings(random: Prng, parcel: Parcel): string {
  if (parcel.river && random.chance(0.6)) return `-${parcel.river}`;
  if (parcel.toCoast < 2 && random.chance(0.4)) return `-${random.pick(SEASIDE)}`;
  const high = distance(parcel.seat, HIGH_COUNTRY.at) < HIGH_COUNTRY.radius * 1.2;
  if (high && random.chance(0.35)) return `-${random.pick(HIGH)}`;
  return random.chance(0.16) ? `-${random.pick(INLAND)}` : '';
}

function villageName(random: Prng, parcel: Parcel): string {
  const kind = random.next();
  if (kind < 0.24) return random.pick(SAINTS) + surroundings(random, parcel);
  if (kind < 0.33) return random.pick(HAMLETS);
  return compound(random.pick(STEMS), random.pick(ENDINGS)) + surroundings(random, parcel);
}

/** The name two communes share, as happens in every département of old parishes. */
const HOMONYM = 'Clairfontanelle';

/**
 * A name for each parcel: towns have theirs, the others an invented one. Names are unique, but for
 * one pair of homonyms standing far apart.
 */
export function nameParcels(random: Prng, parcels: readonly Parcel[]): string[] {
  const names = parcels.map((parcel) => parcel.town?.name ?? (parcel.isLoneIsland ? "L'Île-Seulette" : ''));
  const first = parcels.findIndex((parcel, rank) => names[rank] === '' && parcel.toCoast > 5);
  const apart = (rank: number): number =>
    distance((parcels[rank] as Parcel).seat, (parcels[first] as Parcel).seat);
  const second = parcels.reduce(
    (best, _, rank) => (names[rank] === '' && apart(rank) > apart(best) ? rank : best),
    first,
  );
  names[first] = HOMONYM;
  names[second] = HOMONYM;
  const taken = new Set(names);
  return names.map((known, rank) =>
    known === '' ? freshName(random, parcels[rank] as Parcel, taken) : known,
  );
}

/** A name not taken yet; it is taken afterwards. */
export function freshName(random: Prng, parcel: Parcel, taken: Set<string>): string {
  for (;;) {
    const name = villageName(random, parcel);
    if (taken.has(name)) continue;
    taken.add(name);
    return name;
  }
}

/** Order of names in the official code: without accents, case or signs. */
export function sortKey(name: string): string {
  return name
    .replaceAll('œ', 'oe')
    .replaceAll('Œ', 'OE')
    .normalize('NFD')
    .replace(/[^A-Za-z ]/g, '')
    .toUpperCase();
}
