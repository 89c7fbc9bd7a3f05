import { answerApi, refuseMethod } from '#lib/server/api-door.ts';
import { accueil } from '#lib/server/api/registry.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => answerApi(event, accueil);

export const fallback: RequestHandler = (event) => refuseMethod(event);
