import { api } from '../../messages/api.ts';
import type { Action, KeyedContext } from './action.ts';
import type { Context } from './endpoint.ts';
import { asReader } from './as-reader.ts';
import { holderOf } from './holder.ts';
import { ApiProblem } from './problem.ts';
import { readBy } from './read-query.ts';
import { sentIn } from './sent-json.ts';

/** An action as it came. */
export interface ActionRequested {
  request: Request;
  url: URL;
  params: Readonly<Record<string, string>>;
  /** Bytes that a body may be long. */
  most: number;
  changed(): Promise<void>;
}

/** Does what a holder of a key asks. Throws an `ApiProblem` for who may not, and for what is not understood. */
export async function act(
  action: Action,
  context: Context,
  { request, url, params, most, changed }: ActionRequested,
): Promise<Response> {
  const asker = holderOf(context.asker, action.scope);
  const [extra] = url.searchParams.keys();
  if (extra !== undefined) {
    const detail = api.faults.unknown(extra.slice(0, 40));
    throw new ApiProblem('parametres', detail, { faults: [{ parametre: extra.slice(0, 40), detail }] });
  }
  const keyed: KeyedContext = { ...context, asker, changed };
  const sent = action.body === null ? null : await sentIn(request, most);
  const {
    status,
    body,
    headers = {},
  } = await asReader(keyed, () =>
    action.act(keyed, {
      params: readBy(action.params, params),
      body: action.body === null ? null : readBy(action.body, sent),
    }),
  );
  return new Response(JSON.stringify(body), {
    status,
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'private, no-store',
      ...headers,
    },
  });
}
