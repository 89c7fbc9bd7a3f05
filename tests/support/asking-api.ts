import { answer } from '../../src/lib/server/api/answer.ts';
import type { Asker } from '../../src/lib/server/api/asker.ts';
import type { SitingResult } from '../../src/lib/server/api/actions/siting-result.ts';
import { SitingDesk } from '../../src/lib/server/api/jobs/siting-desk.ts';
import type { Context, Endpoint } from '../../src/lib/server/api/endpoint.ts';
import { ApiProblem } from '../../src/lib/server/api/problem.ts';
import { problemResponse } from '../../src/lib/server/api/problem-response.ts';
import { API_ROOT, ENDPOINTS } from '../../src/lib/server/api/registry.ts';
import type { Database } from '../../src/lib/server/db/client.ts';
import type { Snapshot } from '../../src/lib/server/queries/snapshot.ts';

const ORIGIN = 'https://maillage.test';

/** How a test asks: as anybody unless it says who. */
export interface Asking {
  asker?: Asker;
  headers?: Record<string, string>;
  now?: Date;
}

/** The endpoint of an address below the root, and what stands in its braces. */
export function endpointAt(path: string): { endpoint: Endpoint; params: Record<string, string> } {
  for (const endpoint of ENDPOINTS) {
    const names = [...endpoint.path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
    const pattern = endpoint.path.replaceAll('.', '\\.').replace(/\{\w+\}/g, '([^/]+)');
    const values = new RegExp(`^${pattern}$`).exec(path === '' ? '/' : path)?.slice(1);
    if (values)
      return {
        endpoint,
        params: Object.fromEntries(names.map((name, at) => [name, decodeURIComponent(values[at] ?? '')])),
      };
  }
  throw new Error(`no endpoint at ${path}`);
}

/** Asks the endpoints themselves, over what is loaded: what a request would be answered, without the server. */
export const askingApi =
  (database: Database, data: Snapshot, jobs = new SitingDesk<SitingResult>()) =>
  async (address: string, { asker = { kind: 'anybody' }, headers = {}, now = new Date() }: Asking = {}) => {
    const url = new URL(API_ROOT + address, ORIGIN);
    const { endpoint, params } = endpointAt(url.pathname.slice(API_ROOT.length));
    const context: Context = {
      data,
      database,
      asker,
      jobs,
      now,
      today: now.toISOString().slice(0, 10),
      origin: ORIGIN,
    };
    try {
      const request = new Request(url, { headers });
      return await answer(endpoint, context, { request, url, params });
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      return problemResponse(error, url);
    }
  };
