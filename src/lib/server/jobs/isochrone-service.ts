import { setTimeout as pause } from 'node:timers/promises';
import type { MultiPolygon, Polygon } from 'geojson';
import { z } from 'zod';

/** The State's isochrones (IGN, Géoplateforme): https://geoservices.ign.fr/services-geoplateforme-itineraire */
export const GEOPLATEFORME = 'https://data.geopf.fr/navigation/isochrone';

export const PROFILES = ['car', 'pedestrian'] as const;

export type Profile = (typeof PROFILES)[number];

/** An area; why the service has none there, which it will say again; or why it failed, which may pass. Sentences in French. */
export type IsochroneAnswer =
  | { kind: 'area'; area: Polygon | MultiPolygon }
  | { kind: 'refused'; why: string }
  | { kind: 'failed'; why: string };

export interface IsochroneAsked {
  /** « longitude,latitude », degrees. */
  point: string;
  seconds: number;
  profile: Profile;
}

const RING = z.array(z.tuple([z.number(), z.number()]).rest(z.number())).min(4);

/** What the service answers, as far as it is read; a refusal says why. */
const ANSWER = z.union([
  z.object({
    geometry: z.discriminatedUnion('type', [
      z.object({ type: z.literal('Polygon'), coordinates: z.array(RING).min(1) }),
      z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(RING).min(1)).min(1) }),
    ]),
  }),
  z.object({ error: z.object({ message: z.string() }) }),
]);

/** Longest wait for an answer. */
const PATIENCE_MS = 20_000;

/** The service takes five requests a second from one address. */
const BETWEEN_MS = 220;

/** Times that one area is asked for again when there are too many requests. */
const ATTEMPTS = 4;

/** Longest wait that the service may ask for, seconds: past it one had better come back later. */
const LONGEST_WAIT = 60;

const failed = (why: string): IsochroneAnswer => ({ kind: 'failed', why });

/** The isochrone service of the Géoplateforme, asked no faster than it allows. */
export class IsochroneService {
  readonly #url: string;
  readonly #between: number;
  #next = 0;

  /** `between`: milliseconds from one request to the next. Throws a `RangeError` in French for an address that is not one of a web server. */
  constructor(url: string = GEOPLATEFORME, between: number = BETWEEN_MS) {
    const parsed = URL.canParse(url) ? new URL(url) : null;
    if (!parsed || !['http:', 'https:'].includes(parsed.protocol))
      throw new RangeError(`« ${url} » n’est pas l’adresse d’un service d’isochrones.`);
    this.#url = url;
    this.#between = between;
  }

  get host(): string {
    return new URL(this.#url).host;
  }

  /** The area from which a point is reached in time, or why there is none. */
  async area(asked: IsochroneAsked): Promise<IsochroneAnswer> {
    for (let attempt = 1; ; attempt++) {
      await this.#wait();
      const answer = await this.#ask(asked);
      if (typeof answer !== 'number') return answer;
      if (attempt === ATTEMPTS || answer > LONGEST_WAIT)
        return failed(
          'Le service d’isochrones est trop demandé. Recommencez plus tard : ce qui est reçu n’est pas redemandé.',
        );
      await pause(1_000 * answer);
    }
  }

  /** An answer, or the seconds to wait before asking again. */
  async #ask({ point, seconds, profile }: IsochroneAsked): Promise<IsochroneAnswer | number> {
    const address = new URL(this.#url);
    const parameters = {
      resource: 'bdtopo-valhalla',
      point,
      costType: 'time',
      costValue: String(seconds),
      timeUnit: 'second',
      profile,
      direction: 'arrival',
      geometryFormat: 'geojson',
    };
    for (const [name, value] of Object.entries(parameters)) address.searchParams.set(name, value);
    try {
      const response = await fetch(address, { signal: AbortSignal.timeout(PATIENCE_MS), redirect: 'error' });
      if (response.status === 429 || response.status === 503)
        return Number(response.headers.get('retry-after')) || 1;
      const answer = ANSWER.safeParse(await response.json());
      if (!answer.success)
        return failed(
          `Le service d’isochrones a répondu autre chose qu’une surface (code ${response.status}).`,
        );
      return 'geometry' in answer.data
        ? { kind: 'area', area: answer.data.geometry }
        : { kind: 'refused', why: answer.data.error.message };
    } catch (cause) {
      const slow = cause instanceof DOMException && cause.name === 'TimeoutError';
      return failed(
        slow
          ? `Le service d’isochrones n’a pas répondu en ${PATIENCE_MS / 1_000} secondes.`
          : 'Le service d’isochrones ne répond pas.',
      );
    }
  }

  async #wait(): Promise<void> {
    const now = performance.now();
    const at = Math.max(now, this.#next);
    this.#next = at + this.#between;
    if (at > now) await pause(at - now);
  }
}
