import { greatCircle } from '../../access/sphere.ts';
import { nameLikeness, WordWeights } from './name-words.ts';
import type { Portrait } from './portrait.ts';
import type { Trade } from './trade.ts';
import { streetLikeness, type Street } from './street.ts';

/** What is held for and against two records being one place; every figure is 0 to 1, 0 when it says nothing. */
export interface Evidence {
  /** Likeness of the names, towns apart, where the addresses meet; elsewhere in the commune or further. */
  name: number;
  nameElsewhere: number;
  /** Their names say the same kind of door, where the addresses meet; elsewhere. */
  sameDoor: number;
  sameDoorElsewhere: number;
  /** Their names say different kinds of door. */
  otherDoor: number;
  /** One is a France services, the other a door of another kind, which may hold it or not. */
  lodging: number;
  /** Same street and number; same street where a number is missing; two numbers of one street. */
  sameAddress: number;
  sameStreet: number;
  otherNumber: number;
  /** Both streets are known, and differ. */
  otherStreet: number;
  /** At one address, a France services and who runs it. */
  hosted: number;
  /** One comes to people, the other waits for them. */
  otherMode: number;
  /** exp(−metres / 60) of two given positions. */
  near: number;
  /** Two given positions more than a kilometre apart. */
  far: number;
  /** Same SIRET or RNA, 1 over the other records that have it. */
  pivot: number;
  phone: number;
  /** Same website, 1 over the other records that have it. */
  host: number;
  /** The communes, both known, differ. */
  otherArea: number;
  /** Metres between two given positions; NaN otherwise. For the reasons, not the score. */
  metres: number;
}

/** Metres over which nearness wears off: the width of a block and of a geocoder’s doubt. */
const WEAR = 60;
const FAR = 1_000;
/** Metres within which two addresses written differently may be one corner. */
const AT_HAND = 100;
/** Words that must meet for two writings to be one street. */
const ONE_STREET = 0.65;

/** Compares records, knowing how common each word, SIRET and website is among them all. */
export class Comparison {
  readonly #weights: WordWeights;
  readonly #pivots: ReadonlyMap<string, number>;
  readonly #hosts: ReadonlyMap<string, number>;

  constructor(portraits: readonly Portrait[]) {
    this.#weights = new WordWeights(portraits.map(({ words }) => words));
    this.#pivots = usersOf(portraits, ({ pivot }) => pivot);
    this.#hosts = usersOf(portraits, ({ host }) => host);
  }

  /** What speaks for and against two records being one place. */
  of(a: Portrait, b: Portrait): Evidence {
    const metres = greatCircle(a.lon, a.lat, b.lon, b.lat);
    const streets = streetsOf(a, b);
    const otherArea = a.area !== null && b.area !== null && a.area !== b.area;
    const together = !otherArea && (streets.sameAddress + streets.sameStreet > 0 || metres <= AT_HAND);
    const name = nameLikeness(a.words, b.words, this.#weights);
    const { sameDoor, otherDoor, lodging } = doorsOf(a, b);
    const otherMode = Number(a.mobile !== b.mobile);
    return {
      name: together ? name : 0,
      nameElsewhere: together ? 0 : name,
      sameDoor: together ? sameDoor : 0,
      sameDoorElsewhere: together ? 0 : sameDoor,
      otherDoor,
      lodging,
      ...streets,
      hosted: Number(isHosting(a, b) || isHosting(b, a)) * streets.sameAddress * (1 - otherMode),
      otherMode,
      near: Number.isNaN(metres) ? 0 : Math.exp(-metres / WEAR),
      far: Number(metres > FAR),
      pivot: share(a.pivot, b.pivot, this.#pivots),
      phone: Number(a.phone !== null && a.phone === b.phone),
      host: share(a.host, b.host, this.#hosts),
      otherArea: Number(otherArea),
      metres,
    };
  }
}

/** How many ids have each value: the records that two national files have in common count once. */
function usersOf(
  portraits: readonly Portrait[],
  read: (portrait: Portrait) => string | null,
): ReadonlyMap<string, number> {
  const ids = new Map<string, Set<string>>();
  for (const portrait of portraits) {
    const value = read(portrait);
    if (value !== null) ids.set(value, (ids.get(value) ?? new Set()).add(portrait.id));
  }
  return new Map([...ids].map(([value, users]) => [value, users.size]));
}

const share = (a: string | null, b: string | null, users: ReadonlyMap<string, number>): number =>
  a === null || a !== b ? 0 : 1 / Math.max(1, (users.get(a) ?? 1) - 1);

function doorsOf(a: Portrait, b: Portrait): Pick<Evidence, 'sameDoor' | 'otherDoor' | 'lodging'> {
  const same = a.trades.some((trade) => b.trades.includes(trade));
  const [mine, theirs] = [a.trades.filter(isNotService), b.trades.filter(isNotService)];
  const other = !same && mine.length > 0 && theirs.length > 0;
  const lodging = !same && !other && isLodging(a, theirs) !== isLodging(b, mine);
  return { sameDoor: Number(same), otherDoor: Number(other), lodging: Number(lodging) };
}

const isNotService = (trade: Trade): boolean => trade !== 'france-services';

/** A town hall and its France services are one for who comes; a library and it are two. */
const isLodging = (service: Portrait, doors: readonly Trade[]): boolean =>
  service.trades.includes('france-services') && doors.some((door) => door !== 'town-hall');

type StreetEvidence = Pick<Evidence, 'sameAddress' | 'sameStreet' | 'otherNumber' | 'otherStreet'>;

function streetsOf(a: Portrait, b: Portrait): StreetEvidence {
  const none = { sameAddress: 0, sameStreet: 0, otherNumber: 0, otherStreet: 0 };
  if (!a.street || !b.street || (a.area !== null && b.area !== null && a.area !== b.area)) return none;
  const likeness = streetLikeness(a.street, b.street);
  if (likeness < ONE_STREET) return { ...none, otherStreet: 1 - likeness };
  return { ...none, [relationOf(a.street, b.street)]: likeness };
}

const relationOf = (a: Street, b: Street): keyof StreetEvidence => {
  if (a.numbers.length === 0 || b.numbers.length === 0) return 'sameStreet';
  return a.numbers.some((number) => b.numbers.includes(number)) ? 'sameAddress' : 'otherNumber';
};

/** Who runs it and a France services: a person who comes sees the second. */
const isHosting = (payer: Portrait, service: Portrait): boolean =>
  payer.payer && !payer.trades.includes('france-services') && service.trades.includes('france-services');
