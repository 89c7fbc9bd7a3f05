import { AsyncResource } from 'node:async_hooks';

/** Characters or bytes sent at a time. */
const CHUNK = 65_536;

export interface AttachmentOptions {
  /** Content type. */
  type: string;
  /** ASCII file name. */
  name: string;
}

/**
 * A file made while it is sent: no more than a piece of it stands in memory, a reader who goes away
 * stops the work, and a slow one slows it. Pieces are made with what is in use for the request, which is
 * answered before they are.
 */
export function attachment(
  pieces: Iterable<string> | AsyncIterable<Uint8Array<ArrayBuffer>>,
  { type, name }: AttachmentOptions,
): Response {
  const chunks = Symbol.iterator in pieces ? encoded(pieces) : pieces[Symbol.asyncIterator]();
  const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull: AsyncResource.bind(async (controller: ReadableStreamDefaultController) => {
      const { done, value } = await chunks.next();
      if (done) controller.close();
      else controller.enqueue(value);
    }),
    async cancel() {
      await chunks.return?.();
    },
  });
  return new Response(body, {
    headers: {
      'content-type': type,
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'no-cache',
      'x-content-type-options': 'nosniff',
    },
  });
}

/** Texts in UTF-8, gathered into pieces worth sending. */
async function* encoded(texts: Iterable<string>): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder();
  let held = '';
  for (const text of texts) {
    held += text;
    if (held.length < CHUNK) continue;
    yield encoder.encode(held);
    held = '';
    // Others are served between two pieces.
    await new Promise((resolve) => setImmediate(resolve));
  }
  if (held !== '') yield encoder.encode(held);
}
