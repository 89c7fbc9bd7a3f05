import { answerApi, refuseMethod } from '#lib/server/api-door.ts';
import { territoires } from '#lib/server/api/endpoints/territoires.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => answerApi(event, territoires);

export const fallback: RequestHandler = (event) => refuseMethod(event);
