import { z } from 'zod';
import { apiFields } from '../../../messages/api-fields.ts';
import type { Action } from '../action.ts';
import { documentEndpoint, type Endpoint } from '../endpoint.ts';
import { openapiDocument } from '../openapi.ts';

const words = apiFields.openapi;

/** The document that describes the interface, this endpoint included. */
export const openapi = (
  listed: () => { endpoints: readonly Endpoint[]; actions: readonly Action[] },
  root: string,
) =>
  documentEndpoint({
    id: 'lireOpenapi',
    path: '/openapi.json',
    title: words.title,
    text: words.text,
    example: '/openapi.json',
    problems: [],
    params: z.strictObject({}),
    query: z.strictObject({}),
    answer: z.looseObject({ openapi: z.literal('3.1.0'), paths: z.record(z.string(), z.unknown()) }),
    give({ origin }) {
      const { endpoints, actions } = listed();
      return openapiDocument(endpoints, actions, { origin, root }) as {
        openapi: '3.1.0';
        paths: Record<string, unknown>;
      };
    },
  });
