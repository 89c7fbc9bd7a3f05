import { noApi } from '#lib/server/api-door.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => noApi(event);

export const fallback: RequestHandler = (event) => noApi(event);
