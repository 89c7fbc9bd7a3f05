import { answerApi } from '#lib/server/api-door.ts';
import { scores } from '#lib/server/api/endpoints/scores.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => answerApi(event, scores);
