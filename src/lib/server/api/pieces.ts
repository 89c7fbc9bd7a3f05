import { AsyncResource } from 'node:async_hooks';

/** Past as many characters an answer is sent as it is made, without its length. */
const AT_ONCE = 4_000_000;

const encoder = new TextEncoder();

/**
 * Sends what is written piece by piece: whole, with its length, while it is small enough to be held and
 * compressed; else as it is made, others being served between two pieces.
 */
export function writePieces(pieces: Iterable<string>, headers: Record<string, string>): Response {
  const rest = pieces[Symbol.iterator]();
  let held = '';
  for (let next = rest.next(); !next.done; next = rest.next()) {
    held += next.value;
    if (held.length > AT_ONCE) return new Response(streamed(held, rest), { headers });
  }
  const bytes = encoder.encode(held);
  return new Response(bytes, { headers: { ...headers, 'content-length': String(bytes.byteLength) } });
}

/** Characters sent at a time. */
const CHUNK = 65_536;

function streamed(first: string, rest: Iterator<string>): ReadableStream<Uint8Array> {
  let held = first;
  return new ReadableStream({
    // Made with what is in use for the request, which is answered before.
    pull: AsyncResource.bind(async (controller: ReadableStreamDefaultController) => {
      let done = false;
      while (!done && held.length < CHUNK) {
        const next = rest.next();
        done = next.done === true;
        if (!next.done) held += next.value;
      }
      if (held !== '') controller.enqueue(encoder.encode(held));
      held = '';
      if (done) controller.close();
      else await new Promise((resolve) => setImmediate(resolve));
    }),
    cancel: () => void rest.return?.(),
  });
}
