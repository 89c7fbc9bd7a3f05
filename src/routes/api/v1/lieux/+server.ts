import { answerApi } from '#lib/server/api-door.ts';
import { lieux } from '#lib/server/api/endpoints/lieux.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => answerApi(event, lieux);
