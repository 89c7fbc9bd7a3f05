import { answerApi, refuseMethod } from '#lib/server/api-door.ts';
import { communesHorsDePortee } from '#lib/server/api/endpoints/communes-hors-de-portee.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => answerApi(event, communesHorsDePortee);

export const fallback: RequestHandler = (event) => refuseMethod(event);
