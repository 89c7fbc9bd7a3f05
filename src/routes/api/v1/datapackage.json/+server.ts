import { answerApi, refuseMethod } from '#lib/server/api-door.ts';
import { datapackage } from '#lib/server/api/registry.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => answerApi(event, datapackage);

export const fallback: RequestHandler = (event) => refuseMethod(event);
