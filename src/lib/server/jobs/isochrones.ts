import { booleanPointInPolygon } from '@turf/turf';
import type { MultiPolygon, Polygon } from 'geojson';
import { eq } from 'drizzle-orm';
import { landOf } from '../../domain/access/landmass.ts';
import { PointGrid } from '../../domain/access/point-grid.ts';
import { communeDestination } from '../../domain/access/travel/destination.ts';
import type { TravelPair } from '../../domain/access/travel/travel-rows.ts';
import type { Territory } from '../../domain/territory/territory.ts';
import type { Database } from '../db/client.ts';
import { isochrone } from '../db/schema/travel.ts';
import { IntakeError } from '../intake/intake-error.ts';
import { helpsToday } from '../queries/snapshot.ts';
import { readPlaces } from '../queries/places/places.ts';
import { readTerritories } from '../queries/territories.ts';
import { communeDestinations, placeDestinations, type Destination } from './destinations.ts';
import type { IsochroneAnswer, IsochroneService, Profile } from './isochrone-service.ts';
import { keepTravel, type TravelOutcome } from './keep-travel.ts';

export interface IsochronesAsked {
  /** INSEE code, or slug, of the territory whose communes are looked at. */
  within: string;
  /** Minutes that areas are drawn for. */
  minutes: readonly number[];
  profile: Profile;
  /** Whether areas are drawn around the centres of the communes too, where one may open. */
  toCommunes?: boolean;
  now: Date;
  onprogress?: (share: number) => void;
}

/** Metres that nobody covers in less than a minute: what is further than as many is out of every area. */
const FASTEST: Readonly<Record<Profile, number>> = { car: 2_000, pedestrian: 150 };

type Area = Polygon | MultiPolygon;

/**
 * Asks from where each place is reached in time, once a place, and keeps for every commune of a territory
 * the least of the asked minutes whose area holds its centre. A commune counts when all the places that may
 * be in its reach were asked for: a service that stops answering leaves the others unknown, never far. Ways
 * to communes come after all those to places, which a service that stops then leaves whole.
 */
export async function askIsochrones(
  database: Database,
  service: IsochroneService,
  { within, minutes, profile, toCommunes = false, now, onprogress }: IsochronesAsked,
): Promise<TravelOutcome> {
  const steps = [...new Set(minutes)].sort((a, b) => a - b);
  const most = steps.at(-1);
  if (most === undefined || steps.some((step) => !(step >= 1 && step <= 120)))
    throw new IntakeError('Les minutes demandées vont de 1 à 120.', 'Par exemple : --minutes 15,30.');
  const territories = await readTerritories(database);
  const territory = territories.bySlug(within);
  if (!territory)
    throw new IntakeError(
      `Aucun territoire ne porte le code « ${within} ».`,
      'Donnez un code Insee, puis recommencez.',
    );
  const communes = territories.communes(territory).filter(({ lat, lon }) => lat !== null && lon !== null);
  const places = placeDestinations((await readPlaces(database)).filter(helpsToday));
  const areas = new AreaStore(database, service, { steps, profile, now });
  const pairs: TravelPair[] = [];
  let interrupted: string | null = null;
  const metres = most * FASTEST[profile];
  const aims = [toPlaces(places, metres)];
  if (toCommunes) aims.push(betweenCommunes(communes, metres));
  const asks = aims.flatMap((aim) => communes.map((commune) => ({ aim, commune })));
  for (const [at, { aim, commune }] of asks.entries()) {
    const own = await minutesTo(commune, aim.near(commune), areas, steps);
    if (typeof own === 'string') {
      interrupted = own;
      break;
    }
    pairs.push(...own, ...aim.told(commune, own));
    onprogress?.((at + 1) / asks.length);
  }
  if (pairs.length > 0)
    await keepTravel(database, { name: service.host, kind: 'isochrones', most, steps, at: now }, pairs);
  return { kept: pairs.length, problems: [], skipped: areas.skipped, interrupted };
}

/** Where ways are looked for from a commune, and what says that it is told, in areas or not. */
interface Aim {
  near: (commune: Territory) => Destination[];
  told: (commune: Territory, own: readonly TravelPair[]) => TravelPair[];
}

/** A commune in no area is told by a way longer than any: it is far, and not unknown. */
function toPlaces(places: readonly Destination[], metres: number): Aim {
  const near = nearOf(places, metres);
  return {
    near,
    told: ({ code }, own) =>
      own.length > 0
        ? []
        : places
            .slice(0, 1)
            .map(({ id }) => ({ commune: code, place: id, minutes: Number.POSITIVE_INFINITY })),
  };
}

/** A commune is at its own centre at once, whatever else is in its reach. */
function betweenCommunes(communes: readonly Territory[], metres: number): Aim {
  const near = nearOf(communeDestinations(communes), metres);
  return {
    near: (commune) => near(commune).filter(({ id }) => id !== communeDestination(commune.code)),
    told: ({ code }) => [{ commune: code, place: communeDestination(code), minutes: 0 }],
  };
}

/** The destinations that may be in the reach of a commune that has a centre, on the same land. */
function nearOf(destinations: readonly Destination[], metres: number): Aim['near'] {
  const grid = new PointGrid({
    lons: destinations.map(({ lon }) => lon),
    lats: destinations.map(({ lat }) => lat),
  });
  return ({ code, lon, lat }) => {
    const near: Destination[] = [];
    grid.within(lon as number, lat as number, metres, (rank) => {
      const one = destinations[rank] as Destination;
      if (one.land === landOf(code)) near.push(one);
    });
    return near;
  };
}

/** The pairs of a commune that are in an area; a sentence when an area could not be had. */
async function minutesTo(
  { code, lon, lat }: Territory,
  destinations: readonly Destination[],
  areas: AreaStore,
  steps: readonly number[],
): Promise<TravelPair[] | string> {
  const pairs: TravelPair[] = [];
  for (const to of destinations) {
    const own = await areas.of(to);
    if (typeof own === 'string') return own;
    const at = own.findIndex((area) => booleanPointInPolygon([lon as number, lat as number], area));
    if (at >= 0) pairs.push({ commune: code, place: to.id, minutes: steps[at] as number });
  }
  return pairs;
}

interface AreasAsked {
  /** Minutes, rising. */
  steps: readonly number[];
  profile: Profile;
  now: Date;
}

/** « longitude,latitude » to a metre: two destinations at one address are one question. */
const pointOf = (lon: number, lat: number): string => `${lon.toFixed(5)},${lat.toFixed(5)}`;

/** The areas of destinations, from the database when they were asked for before. */
class AreaStore {
  readonly #database: Database;
  readonly #service: IsochroneService;
  readonly #asked: AreasAsked;
  /** Destinations that the service has no area for, and why. */
  readonly skipped: string[] = [];
  readonly #held = new Map<string, Area[]>();
  #before: Promise<ReadonlySet<string>> | null = null;

  constructor(database: Database, service: IsochroneService, asked: AreasAsked) {
    this.#database = database;
    this.#service = service;
    this.#asked = asked;
  }

  /** One area a step, rising, none where the service has none; a sentence when it fails. */
  async of({ name, lon, lat }: Destination): Promise<Area[] | string> {
    const point = pointOf(lon, lat);
    const held = this.#held.get(point);
    if (held) return held;
    const areas: Area[] = [];
    for (const step of this.#asked.steps) {
      const answer = await this.#one(point, 60 * step);
      if (answer.kind === 'failed') return answer.why;
      if (answer.kind === 'refused') {
        this.skipped.push(`${name} : ${answer.why}`);
        areas.length = 0;
        break;
      }
      areas.push(answer.area);
    }
    this.#held.set(point, areas);
    return areas;
  }

  /** What was asked for before: without its areas, which may be tens of megabytes. */
  #known(): Promise<ReadonlySet<string>> {
    return (this.#before ??= this.#database.query
      .select({ asked: isochrone.asked })
      .from(isochrone)
      .then((rows) => new Set(rows.map(({ asked }) => asked))));
  }

  async #one(point: string, seconds: number): Promise<IsochroneAnswer> {
    const { profile, now } = this.#asked;
    const asked = `${this.#service.host}/${point}/${profile}/${seconds}`;
    if ((await this.#known()).has(asked)) {
      const [kept] = await this.#database.query.select().from(isochrone).where(eq(isochrone.asked, asked));
      if (kept) return { kind: 'area', area: JSON.parse(kept.geometry) as Area };
    }
    const answer = await this.#service.area({ point, seconds, profile });
    if (answer.kind === 'area')
      await this.#database.query
        .insert(isochrone)
        .values({ asked, geometry: JSON.stringify(answer.area), at: now })
        .onConflictDoNothing();
    return answer;
  }
}
