import { answerApi, refuseMethod } from '#lib/server/api-door.ts';
import { ecarts } from '#lib/server/api/endpoints/ecarts.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => answerApi(event, ecarts);

export const fallback: RequestHandler = (event) => refuseMethod(event);
