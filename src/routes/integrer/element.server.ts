import { createHash } from 'node:crypto';
import { compressedResponse } from '#lib/server/http/compressed.ts';
import { openToAll } from '#lib/server/http/framing.ts';
import source from './element.js?raw';

const bytes = new TextEncoder().encode(source);

/** Changes with the file: its name in the versioned address. */
export const ELEMENT_VERSION = createHash('sha256').update(bytes).digest('hex').slice(0, 12);

/** The web component as a file that pages of any site may load. */
export const elementResponse = async (request: Request, cacheControl: string): Promise<Response> =>
  openToAll(
    await compressedResponse(request, bytes, {
      type: 'text/javascript; charset=utf-8',
      cacheControl,
      etag: ELEMENT_VERSION,
    }),
  );
