import { answerApi, refuseMethod } from '#lib/server/api-door.ts';
import { ouvertures } from '#lib/server/api/endpoints/ouvertures.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => answerApi(event, ouvertures);

export const fallback: RequestHandler = (event) => refuseMethod(event);
