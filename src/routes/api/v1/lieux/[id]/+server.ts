import { answerApi, refuseMethod } from '#lib/server/api-door.ts';
import { lieu } from '#lib/server/api/endpoints/lieu.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => answerApi(event, lieu);

export const fallback: RequestHandler = (event) => refuseMethod(event);
