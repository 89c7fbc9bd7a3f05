import type { RequestEvent } from '@sveltejs/kit';
import { isoDay } from '../format/date.ts';
import { api } from '../messages/api.ts';
import { BY_KEY, placeOf, takeTry } from './accounts/limits.ts';
import { act } from './api/act.ts';
import type { Action } from './api/action.ts';
import { answer } from './api/answer.ts';
import type { Asker } from './api/asker.ts';
import { findKey } from './api/keys.ts';
import type { Context, Endpoint } from './api/endpoint.ts';
import { ApiProblem, PROBLEMS } from './api/problem.ts';
import { problemResponse } from './api/problem-response.ts';
import { API_ROOT, methodsAt } from './api/registry.ts';
import { tooLong } from './api/sent-json.ts';
import { RateWindow, rateHeaders, type Allowance, type Rate } from './http/rate-window.ts';
import {
  accountsExist,
  apiReadsPerMinute,
  appDatabase,
  currentData,
  dataChanged,
  sitingDesk,
} from './app.ts';
import { isUnreachable } from './db/unreachable.ts';
import { isOversizedForm, MAX_FORM_BYTES } from './http/form-size.ts';
import { logUnexpected, RETRY_AFTER_S } from './unexpected.ts';

/** Requests in a minute of whoever has a key, beside those of an address: a key says who is behind. */
export const KEY_SHARE = 5;
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
    }),
  );

/** The same for what needs a key. */
export const actApi = (event: RequestEvent, action: Action): Promise<Response> =>
  throughDoor(event, (context) =>
    act(action, context, {
      request: event.request,
      url: event.url,
      params: event.params as Record<string, string>,
      most: MAX_FORM_BYTES,
      changed: dataChanged,
    }),
  );

/** Says that nothing answers at an address of the interface. */
export const noApi = (event: RequestEvent): Promise<Response> =>
  throughDoor(event, () => {
    throw new ApiProblem('introuvable', api.problems.noPath(event.url.pathname.slice(0, 80)));
  });

/** Says which methods an address of the interface takes, to who comes with another. */
export const refuseMethod = (event: RequestEvent): Promise<Response> =>
  throughDoor(event, () => {
    const path = (event.route.id ?? '').slice(API_ROOT.length).replace(/\[(\w+)\]/g, '{$1}');
    const allow = methodsAt(path === '' ? '/' : path).join(', ');
    throw new ApiProblem('methode', api.problems.noMethod(event.request.method, allow), {
      headers: { allow },
    });
  });

/** Lets a request in once it is counted, and says what is wrong with it as the interface says problems. */
export async function throughDoor(
  event: RequestEvent,
  act: (context: Context) => Promise<Response>,
): Promise<Response> {
  let allowance: Allowance | null = null;
  let response: Response;
  try {
    const now = new Date();
    const asker = await askerOf(event, now);
    allowance = reads.take(...countedAs(event, asker), now.getTime());
    if (allowance.over) throw tooMany(allowance.reset);
    if (isOversizedForm(event.request)) throw tooLong(MAX_FORM_BYTES);
    response = await act({
      data: await currentData(),
      database: appDatabase(),
      asker,
      jobs: sitingDesk,
      now,
      today: isoDay(now),
      origin: event.url.origin,
    });
  } catch (error) {
    response = problemResponse(error instanceof ApiProblem ? error : unforeseen(error, event), event.url);
  }
  response.headers.set('access-control-allow-origin', '*');
  response.headers.set('access-control-expose-headers', EXPOSED);
  // Read by other sites on purpose, where the rest of the application is not.
  response.headers.set('cross-origin-resource-policy', 'cross-origin');
  for (const [name, value] of Object.entries(allowance ? rateHeaders(allowance) : {}))
    response.headers.set(name, value);
  return response;
}

/** What is told of an error that nobody foresaw, once it is in the log; a program may ask again when the database is back. */
function unforeseen(error: unknown, event: RequestEvent): ApiProblem {
  const kind = isUnreachable(error) ? 'indisponible' : 'imprevu';
  const id = logUnexpected(error, event, PROBLEMS[kind]);
  return kind === 'indisponible'
    ? new ApiProblem(kind, api.problems.unreachable(id), { headers: { 'retry-after': RETRY_AFTER_S } })
    : new ApiProblem(kind, api.problems.unexpected(id));
}

/** The key that a request brings. Throws a problem for one that opens nothing, and for too many of these. */
async function askerOf(event: RequestEvent, now: Date): Promise<Asker> {
  const header = event.request.headers.get('authorization');
  if (header === null) return { kind: 'anybody' };
  const key = /^Bearer +(\S+)$/i.exec(header)?.[1];
  const found = key === undefined ? null : await findKey(appDatabase(), key, now);
  if (found && (found.owner !== null || !(await accountsExist()))) return found;
  const who = placeOf(event.getClientAddress());
  const wait = await takeTry(appDatabase(), [{ limit: BY_KEY, who }], now);
  if (wait !== null) throw tooMany(Math.ceil(wait / 1000));
  throw new ApiProblem('cle', found ? api.problems.oldKey : api.problems.badKey, {
    headers: { 'www-authenticate': 'Bearer realm="Maillage", error="invalid_token"' },
  });
}

function countedAs(event: RequestEvent, asker: Asker): [who: string, rate: Rate] {
  const requests = apiReadsPerMinute();
  return asker.kind === 'key'
    ? [asker.id, { requests: KEY_SHARE * requests, ms: MINUTE_MS }]
    : [placeOf(event.getClientAddress()), { requests, ms: MINUTE_MS }];
}

const tooMany = (seconds: number): ApiProblem =>
  new ApiProblem('trop-de-requetes', api.problems.tooMany(String(seconds)), {
    headers: { 'retry-after': String(seconds) },
  });
