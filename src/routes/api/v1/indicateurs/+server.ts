import { answerApi } from '#lib/server/api-door.ts';
import { indicateurs } from '#lib/server/api/endpoints/indicateurs.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => answerApi(event, indicateurs);
