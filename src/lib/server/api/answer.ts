import { asReader } from './as-reader.ts';
import type { Asker } from './asker.ts';
import type { Context, DocumentEndpoint, Endpoint, ListEndpoint } from './endpoint.ts';
import { isKnown, tagOf } from '../http/etag.ts';
import { documentQuery } from './document-query.ts';
import { formatFor, typeIn, type Format } from './formats.ts';
import { holderOf } from './holder.ts';
import { listQuery, listResponse } from './list-answer.ts';
import { writePieces } from './pieces.ts';
import { readBy, readQuery } from './read-query.ts';

/** A request to an endpoint, as it came. */
export interface Requested {
  request: Request;
  url: URL;
  /** What stands in the braces of its path. */
  params: Readonly<Record<string, string>>;
}

/** A minute in which nobody asks again, then the tag is asked about. */
const OPEN_CACHE = 'public, max-age=60, must-revalidate';
const OWN_CACHE = 'private, no-cache';

/**
 * Answers a request to an endpoint: reads it by the endpoint's schemas, says 304 to who has the answer, else
 * makes it. Throws an `ApiProblem` for what is not understood or may not be given.
 */
export const answer = (endpoint: Endpoint, context: Context, requested: Requested): Promise<Response> =>
  asReader(context, () => answering(endpoint, context, requested));

async function answering(
  endpoint: Endpoint,
  context: Context,
  { request, url, params }: Requested,
): Promise<Response> {
  if (endpoint.scope) holderOf(context.asker, endpoint.scope);
  const schema = endpoint.kind === 'list' ? listQuery(endpoint) : documentQuery(endpoint);
  const query: Readonly<Record<string, unknown>> = readQuery(schema, url.searchParams);
  const path = readBy(endpoint.params, params);
  const format = formatFor(endpoint, query.format as Format | undefined, request.headers.get('accept'));
  const { asker, data, today, now, origin } = context;
  const tag = tagOf([
    data.revision,
    today,
    origin,
    readerIn(asker, endpoint),
    endpoint.id,
    JSON.stringify(path),
    JSON.stringify(Object.entries({ ...query, format }).sort(([a], [b]) => (a < b ? -1 : 1))),
    endpoint.stamp?.(query as never, now) ?? '',
  ]);
  const common = {
    etag: `W/"${tag}"`,
    'cache-control': asker.kind === 'key' ? OWN_CACHE : OPEN_CACHE,
    vary: 'accept, authorization',
  };
  if (isKnown(request.headers.get('if-none-match'), tag))
    return new Response(null, { status: 304, headers: common });
  // Endpoints know nothing of formats.
  const { format: _format, ...own } = query;
  const asked = { params: path, query: own };
  const response =
    endpoint.kind === 'list'
      ? await listed(endpoint, context, asked, { format, url })
      : await given(endpoint, context, asked, format);
  for (const [name, value] of Object.entries(common)) response.headers.set(name, value);
  return response;
}

/** Whose answer it is: that of anybody, of an organisation, or of one key where keys see apart. */
function readerIn(asker: Asker, { scope }: Endpoint): string {
  if (asker.kind !== 'key') return 'anybody';
  return scope ? asker.id : (asker.owner ?? '');
}

interface Read {
  params: Record<string, unknown>;
  query: Readonly<Record<string, unknown>>;
}

async function listed(
  endpoint: ListEndpoint,
  context: Context,
  asked: Read,
  { format, url }: { format: Format; url: URL },
): Promise<Response> {
  const found = await endpoint.list(context, asked);
  const { page, par_page } = asked.query as { page: number; par_page: number | 'tous' };
  const { revision: edition } = context.data;
  return listResponse(endpoint, found, { page, par_page }, { format, url, edition, today: context.today });
}

async function given(
  endpoint: DocumentEndpoint,
  context: Context,
  asked: Read,
  format: Format,
): Promise<Response> {
  const body =
    format === 'geojson' ? await endpoint.feature?.make(context, asked) : await endpoint.give(context, asked);
  return writePieces([JSON.stringify(body)], { 'content-type': typeIn(endpoint, format) });
}
