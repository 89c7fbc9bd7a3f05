import { answerApi, refuseMethod } from '#lib/server/api-door.ts';
import { valeurs } from '#lib/server/api/endpoints/valeurs.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => answerApi(event, valeurs);

export const fallback: RequestHandler = (event) => refuseMethod(event);
