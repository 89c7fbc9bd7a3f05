import { booleanPointInPolygon } from '@turf/turf';
import type { MultiPolygon, Polygon } from 'geojson';
import { eq } from 'drizzle-orm';
import { landOf } from '../../domain/access/landmass.ts';
import { PointGrid } from '../../domain/access/point-grid.ts';
import type { TravelPair } from '../../domain/access/travel/travel-rows.ts';
import type { Place } from '../../domain/places/place.ts';
import type { Territory } from '../../domain/territory/territory.ts';
import type { Database } from '../db/client.ts';
import { isochrone } from '../db/schema/travel.ts';
import { IntakeError } from '../intake/intake-error.ts';
import { helpsToday } from '../queries/snapshot.ts';
import { readPlaces } from '../queries/places/places.ts';
import { readTerritories } from '../queries/territories.ts';
import type { IsochroneAnswer, IsochroneService, Profile } from './isochrone-service.ts';
import { keepTravel, type TravelOutcome } from './keep-travel.ts';

export interface IsochronesAsked {
  /** INSEE code, or slug, of the territory whose communes are looked at. */
  within: string;
  /** Minutes that areas are drawn for. */
  minutes: readonly number[];
  profile: Profile;
  now: Date;
  onprogress?: (share: number) => void;
}

/** Metres that nobody covers in less than a minute: a place further than as many is out of every area. */
const FASTEST: Readonly<Record<Profile, number>> = { car: 2_000, pedestrian: 150 };

type Area = Polygon | MultiPolygon;

/**
 * Asks from where each place is reached in time, once a place, and keeps for every commune of a territory
 * the least of the asked minutes whose area holds its centre. A commune counts when all the places that may
 * be in its reach were asked for: a service that stops answering leaves the others unknown, never far.
 */
export async function askIsochrones(
  database: Database,
  service: IsochroneService,
  { within, minutes, profile, now, onprogress }: IsochronesAsked,
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
  const places = (await readPlaces(database)).filter(
    (place) => helpsToday(place) && place.lat !== null && place.lon !== null,
  );
  const near = placesNear(communes, places, most * FASTEST[profile]);
  const areas = new AreaStore(database, service, { steps, profile, now });
  const pairs: TravelPair[] = [];
  let interrupted: string | null = null;
  for (const [at, commune] of communes.entries()) {
    const own = await minutesTo(commune, near[at] as Place[], areas, steps);
    if (typeof own === 'string') {
      interrupted = own;
      break;
    }
    // A commune in no area is told too, by a way longer than any: it is far, and not unknown.
    const [any] = places;
    if (own.length > 0) pairs.push(...own);
    else if (any) pairs.push({ commune: commune.code, place: any.id, minutes: Number.POSITIVE_INFINITY });
    onprogress?.((at + 1) / communes.length);
  }
  if (pairs.length > 0)
    await keepTravel(database, { name: service.host, kind: 'isochrones', most, steps, at: now }, pairs);
  return { kept: pairs.length, problems: [], skipped: areas.skipped, interrupted };
}

/** For each commune, the places that may be in its reach, on the same land. */
function placesNear(communes: readonly Territory[], places: readonly Place[], metres: number): Place[][] {
  const grid = new PointGrid({
    lons: places.map(({ lon }) => lon as number),
    lats: places.map(({ lat }) => lat as number),
  });
  return communes.map(({ code, lon, lat }) => {
    const near: Place[] = [];
    grid.within(lon as number, lat as number, metres, (rank) => {
      const place = places[rank] as Place;
      if (landOf(place.commune) === landOf(code)) near.push(place);
    });
    return near;
  });
}

/** The pairs of a commune that are in an area; a sentence when an area could not be had. */
async function minutesTo(
  { code, lon, lat }: Territory,
  places: readonly Place[],
  areas: AreaStore,
  steps: readonly number[],
): Promise<TravelPair[] | string> {
  const pairs: TravelPair[] = [];
  for (const place of places) {
    const own = await areas.of(place);
    if (typeof own === 'string') return own;
    const at = own.findIndex((area) => booleanPointInPolygon([lon as number, lat as number], area));
    if (at >= 0) pairs.push({ commune: code, place: place.id, minutes: steps[at] as number });
  }
  return pairs;
}

interface AreasAsked {
  /** Minutes, rising. */
  steps: readonly number[];
  profile: Profile;
  now: Date;
}

/** « longitude,latitude » to a metre: two places at one address are one question. */
const pointOf = (lon: number, lat: number): string => `${lon.toFixed(5)},${lat.toFixed(5)}`;

/** The areas of places, from the database when they were asked for before. */
class AreaStore {
  readonly #database: Database;
  readonly #service: IsochroneService;
  readonly #asked: AreasAsked;
  /** Places that the service has no area for, and why. */
  readonly skipped: string[] = [];
  readonly #held = new Map<string, Area[]>();
  #before: Promise<ReadonlySet<string>> | null = null;

  constructor(database: Database, service: IsochroneService, asked: AreasAsked) {
    this.#database = database;
    this.#service = service;
    this.#asked = asked;
  }

  /** One area a step, rising, none where the service has none; a sentence when it fails. */
  async of({ name, lon, lat }: Place): Promise<Area[] | string> {
    const point = pointOf(lon as number, lat as number);
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
