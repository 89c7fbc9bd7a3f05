import { answerApi } from '#lib/server/api-door.ts';
import { ecarts } from '#lib/server/api/endpoints/ecarts.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => answerApi(event, ecarts);
