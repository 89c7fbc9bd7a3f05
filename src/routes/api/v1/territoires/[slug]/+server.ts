import { answerApi, refuseMethod } from '#lib/server/api-door.ts';
import { territoire } from '#lib/server/api/endpoints/territoire.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => answerApi(event, territoire);

export const fallback: RequestHandler = (event) => refuseMethod(event);
