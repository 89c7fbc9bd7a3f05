import { answerApi, refuseMethod } from '#lib/server/api-door.ts';
import { scores } from '#lib/server/api/endpoints/scores.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => answerApi(event, scores);

export const fallback: RequestHandler = (event) => refuseMethod(event);
