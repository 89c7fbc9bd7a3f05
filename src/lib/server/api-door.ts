import type { RequestEvent } from '@sveltejs/kit';
import { isoDay } from '../format/date.ts';
import { api } from '../messages/api.ts';
import { placeOf } from './accounts/limits.ts';
import { answer } from './api/answer.ts';
import type { Asker } from './api/asker.ts';
import type { Context, Endpoint } from './api/endpoint.ts';
import { ApiProblem } from './api/problem.ts';
import { problemResponse } from './api/problem-response.ts';
import { RateWindow, rateHeaders, type Allowance, type Rate } from './api/rate-window.ts';
import { apiReadsPerMinute, appDatabase, buildName, currentData } from './app.ts';

/** Requests in a minute of whoever has a key, beside those of an address: a key says who is behind. */
const KEY_SHARE = 5;
const MINUTE_MS = 60_000;

const reads = new RateWindow();

/** What programs of other sites may read of an answer. */
const EXPOSED =
  'etag, link, x-total-count, retry-after, ratelimit-limit, ratelimit-remaining, ratelimit-reset';

/**
 * The one door of the interface for programs. Cookies are not looked at: a request is nobody’s, or that of
 * the key it brings. Any site may have a browser read what anybody may.
 */
export const answerApi = (event: RequestEvent, endpoint: Endpoint): Promise<Response> =>
  throughDoor(event, async (context) =>
    answer(endpoint, context, {
      request: event.request,
      url: event.url,
      params: event.params as Record<string, string>,
      build: buildName,
    }),
  );

/** Lets a request in once it is counted, and says what is wrong with it as the interface says problems. */
export async function throughDoor(
  event: RequestEvent,
  act: (context: Context) => Promise<Response>,
): Promise<Response> {
  let allowance: Allowance | null = null;
  let response: Response;
  try {
    const asker: Asker = { kind: 'anybody' };
    const now = new Date();
    allowance = reads.take(...countedAs(event, asker), now.getTime());
    if (allowance.over) throw tooMany(allowance.reset);
    response = await act({
      data: await currentData(),
      database: appDatabase(),
      asker,
      now,
      today: isoDay(now),
      origin: event.url.origin,
    });
  } catch (error) {
    if (!(error instanceof ApiProblem)) throw error;
    response = problemResponse(error, event.url);
  }
  response.headers.set('access-control-allow-origin', '*');
  response.headers.set('access-control-expose-headers', EXPOSED);
  // Read by other sites on purpose, where the rest of the application is not.
  response.headers.set('cross-origin-resource-policy', 'cross-origin');
  for (const [name, value] of Object.entries(allowance ? rateHeaders(allowance) : {}))
    response.headers.set(name, value);
  return response;
}

function countedAs(event: RequestEvent, asker: Asker): [who: string, rate: Rate] {
  const requests = apiReadsPerMinute();
  return asker.kind === 'key'
    ? [asker.id, { requests: KEY_SHARE * requests, ms: MINUTE_MS }]
    : [placeOf(event.getClientAddress()), { requests, ms: MINUTE_MS }];
}

const tooMany = (seconds: number): ApiProblem =>
  new ApiProblem(429, 'trop-de-requetes', api.problems.tooMany(String(seconds)), {
    headers: { 'retry-after': String(seconds) },
  });
