import { ELEMENT_VERSION, elementResponse } from '../element.server.ts';
import type { RequestHandler } from './$types';

/** The web component by its version, kept for ever; an older version is the one in use, so that no page breaks. */
export const GET: RequestHandler = ({ request, params }) =>
  elementResponse(
    request,
    params.version === ELEMENT_VERSION ? 'public, max-age=31536000, immutable' : 'public, max-age=3600',
  );
