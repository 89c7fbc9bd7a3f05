import { actApi, refuseMethod } from '#lib/server/api-door.ts';
import { implantation } from '#lib/server/api/registry.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = (event) => actApi(event, implantation.look);

export const DELETE: RequestHandler = (event) => actApi(event, implantation.stop);

export const fallback: RequestHandler = (event) => refuseMethod(event);
