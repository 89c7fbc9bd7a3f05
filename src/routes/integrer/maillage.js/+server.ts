import { elementResponse } from '../element.server.ts';
import type { RequestHandler } from './$types';

/** The web component, the one in use: asked again each hour. */
export const GET: RequestHandler = ({ request }) => elementResponse(request, 'public, max-age=3600');
