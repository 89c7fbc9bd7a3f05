import { z } from 'zod';

interface Spot {
  lon: number | null;
  lat: number | null;
}

/** What OSRM answers to a table (`/table/v1`, project-osrm.org, HTTP API). */
const ANSWER = z.object({
  code: z.string(),
  message: z.string().optional(),
  durations: z.array(z.array(z.number().nonnegative().nullable())).optional(),
});

/** Longest wait for an answer. */
const PATIENCE_MS = 20_000;

/** The table service of an OSRM server. */
export class OsrmTable {
  readonly #url: string;

  /** Throws a `RangeError` in French when the address is not one of a web server. */
  constructor(url: string) {
    const parsed = URL.canParse(url) ? new URL(url) : null;
    if (!parsed || !['http:', 'https:'].includes(parsed.protocol))
      throw new RangeError(
        `« ${url} » n’est pas l’adresse d’un serveur OSRM, par exemple http://127.0.0.1:5000.`,
      );
    this.#url = url.replace(/\/+$/, '');
  }

  /** Seconds by car from a point to others, `null` where there is no way; a French sentence when the server fails. */
  async durations(from: Spot, to: readonly Spot[]): Promise<(number | null)[] | string> {
    const points = [from, ...to].map(({ lon, lat }) => `${(lon ?? 0).toFixed(5)},${(lat ?? 0).toFixed(5)}`);
    const address = `${this.#url}/table/v1/driving/${points.join(';')}?sources=0&destinations=${to.map((_, at) => at + 1).join(';')}&annotations=duration`;
    try {
      const response = await fetch(address, { signal: AbortSignal.timeout(PATIENCE_MS), redirect: 'error' });
      const answer = ANSWER.safeParse(await response.json());
      if (!answer.success)
        return `Le serveur OSRM a répondu autre chose qu’une table (code ${response.status}).`;
      const { code, message, durations } = answer.data;
      const row = durations?.[0];
      if (code !== 'Ok' || !row || row.length !== to.length)
        return `Le serveur OSRM a refusé la demande : ${message ?? code}.`;
      return row;
    } catch (cause) {
      const slow = cause instanceof DOMException && cause.name === 'TimeoutError';
      return slow
        ? `Le serveur OSRM n’a pas répondu en ${PATIENCE_MS / 1_000} secondes.`
        : 'Le serveur OSRM ne répond pas.';
    }
  }
}
