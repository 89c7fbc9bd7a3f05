import { AsyncResource } from 'node:async_hooks';

/** Past as many characters an answer is sent as it is made, without its length. */
const AT_ONCE = 4_000_000;

const encoder = new TextEncoder();

/** What an answer is written in, one after the other; some wait for the database. */
type Pieces = Iterable<string> | AsyncIterable<string>;

type PieceIterator = Iterator<string> | AsyncIterator<string>;

const iteratorOf = (pieces: Pieces): PieceIterator =>
  Symbol.asyncIterator in pieces ? pieces[Symbol.asyncIterator]() : pieces[Symbol.iterator]();

/**
 * Sends what is written piece by piece: whole, with its length, while it is small enough to be held and
 * compressed; else as it is made, others being served between two pieces.
 */
export async function writePieces(pieces: Pieces, headers: Record<string, string>): Promise<Response> {
  const rest = iteratorOf(pieces);
  let held = '';
  for (let next = await rest.next(); !next.done; next = await rest.next()) {
    held += next.value;
    if (held.length > AT_ONCE) return new Response(streamed(held, rest), { headers });
  }
  const bytes = encoder.encode(held);
  return new Response(bytes, { headers: { ...headers, 'content-length': String(bytes.byteLength) } });
}

/** Characters sent at a time. */
const CHUNK = 65_536;

function streamed(first: string, rest: PieceIterator): ReadableStream<Uint8Array> {
  let held = first;
  return new ReadableStream({
    // Made with what is in use for the request, which is answered before.
    pull: AsyncResource.bind(async (controller: ReadableStreamDefaultController) => {
      let done = false;
      while (!done && held.length < CHUNK) {
        const next = await rest.next();
        done = next.done === true;
        if (!next.done) held += next.value;
      }
      if (held !== '') controller.enqueue(encoder.encode(held));
      held = '';
      if (done) controller.close();
      else await new Promise((resolve) => setImmediate(resolve));
    }),
    cancel: async () => {
      await rest.return?.();
    },
  });
}
