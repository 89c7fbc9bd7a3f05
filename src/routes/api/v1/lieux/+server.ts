import { actApi, answerApi, refuseMethod } from '#lib/server/api-door.ts';
import { lieux } from '#lib/server/api/endpoints/lieux.ts';
import { nouveauLieu } from '#lib/server/api/registry.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => answerApi(event, lieux);

export const POST: RequestHandler = (event) => actApi(event, nouveauLieu);

export const fallback: RequestHandler = (event) => refuseMethod(event);
