import { actApi, refuseMethod } from '#lib/server/api-door.ts';
import { implantation } from '#lib/server/api/registry.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = (event) => actApi(event, implantation.order);

export const fallback: RequestHandler = (event) => refuseMethod(event);
