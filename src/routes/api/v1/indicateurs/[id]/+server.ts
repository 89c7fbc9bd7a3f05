import { answerApi, refuseMethod } from '#lib/server/api-door.ts';
import { indicateur } from '#lib/server/api/endpoints/indicateur.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => answerApi(event, indicateur);

export const fallback: RequestHandler = (event) => refuseMethod(event);
