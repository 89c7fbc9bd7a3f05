import { answerApi, refuseMethod } from '#lib/server/api-door.ts';
import { catalogue } from '#lib/server/api/registry.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => answerApi(event, catalogue);

export const fallback: RequestHandler = (event) => refuseMethod(event);
