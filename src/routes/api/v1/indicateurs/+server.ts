import { answerApi, refuseMethod } from '#lib/server/api-door.ts';
import { indicateurs } from '#lib/server/api/endpoints/indicateurs.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => answerApi(event, indicateurs);

export const fallback: RequestHandler = (event) => refuseMethod(event);
