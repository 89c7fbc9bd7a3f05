import type { z } from 'zod';
import { api } from '../../messages/api.ts';
import type { Action } from './action.ts';
import type { Endpoint } from './endpoint.ts';
import { documentQuery } from './document-query.ts';
import { formatsOf, plainType, typeIn, type Format } from './formats.ts';
import { featureSchema, featuresSchema } from './geojson-schema.ts';
import { answerSchemaOf, requestSchemaOf, type JsonSchema } from './json-schema.ts';
import { listQuery, listSchema } from './list-answer.ts';
import { PROBLEMS, type ProblemKind } from './problem.ts';
import { problemSchema } from './problem-response.ts';
import { problemsOfAction, problemsOfEndpoint } from './problems-of.ts';

const words = api.document;

/** Version of the interface: the first number is that of its address. */
export const API_VERSION = '1.0.0';

/**
 * The interface described by OpenAPI 3.1, made from the schemas by which requests are read and answers typed:
 * it cannot drift from them. `origin` is where it is served.
 */
export function openapiDocument(
  endpoints: readonly Endpoint[],
  actions: readonly Action[],
  { origin, root }: { origin: string; root: string },
): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const endpoint of endpoints) (paths[endpoint.path] ??= {}).get = readingOf(endpoint);
  for (const one of actions) (paths[one.path] ??= {})[one.method] = actionOf(one);
  return {
    openapi: '3.1.0',
    info: {
      title: api.name,
      version: API_VERSION,
      summary: words.summary,
      description: words.description,
      license: { name: words.licence, url: 'https://www.etalab.gouv.fr/licence-ouverte-open-licence/' },
    },
    servers: [{ url: `${origin}${root}` }],
    externalDocs: { description: words.page, url: `${origin}/api` },
    paths,
    components: {
      schemas: { Probleme: answerSchemaOf(problemSchema) },
      securitySchemes: { cle: { type: 'http', scheme: 'bearer', description: words.key } },
      headers: {
        etag: headerOf(words.headers.etag),
        link: headerOf(words.headers.link),
        total: headerOf(words.headers.total, 'integer'),
        limite: headerOf(words.headers.limit, 'integer'),
        reste: headerOf(words.headers.remaining, 'integer'),
        retour: headerOf(words.headers.reset, 'integer'),
      },
    },
  };
}

const headerOf = (description: string, type = 'string') => ({ description, schema: { type } });

const ref = (name: string) => ({ $ref: `#/components/headers/${name}` });

const RATE = {
  'ratelimit-limit': ref('limite'),
  'ratelimit-remaining': ref('reste'),
  'ratelimit-reset': ref('retour'),
};

/** Problems by status: several kinds may have the same. */
function problemsAs(kinds: readonly ProblemKind[]): Record<string, unknown> {
  const statuses = [...new Set(kinds.map((kind) => PROBLEMS[kind]))].sort((a, b) => a - b);
  return Object.fromEntries(
    statuses.map((status) => [
      status,
      {
        description: [...new Set(kinds)]
          .filter((kind) => PROBLEMS[kind] === status)
          .map((kind) => `${api.problems.titles[kind]} (${kind}).`)
          .join(' '),
        headers: RATE,
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Probleme' } } },
      },
    ]),
  );
}

function readingOf(endpoint: Endpoint): Record<string, unknown> {
  const query = endpoint.kind === 'list' ? listQuery(endpoint) : documentQuery(endpoint);
  return {
    operationId: endpoint.id,
    summary: endpoint.title,
    description: endpoint.text,
    security: endpoint.scope ? [{ cle: [] }] : [{}, { cle: [] }],
    parameters: [...parametersOf(endpoint.params, 'path'), ...parametersOf(query, 'query')],
    responses: {
      200: {
        description: words.answers.ok,
        headers: {
          etag: ref('etag'),
          ...(endpoint.kind === 'list' ? { link: ref('link'), 'x-total-count': ref('total') } : {}),
          ...RATE,
        },
        content: contentOf(endpoint),
      },
      304: { description: words.answers.known },
      ...problemsAs(problemsOfEndpoint(endpoint)),
    },
  };
}

/** What an answer is in each format. */
export function contentOf(endpoint: Endpoint): Record<string, { schema: JsonSchema }> {
  const content: Record<string, { schema: JsonSchema }> = {};
  for (const format of formatsOf(endpoint))
    content[plainType(typeIn(endpoint, format))] = { schema: schemaIn(endpoint, format) };
  return content;
}

function schemaIn(endpoint: Endpoint, format: Format): JsonSchema {
  if (format === 'csv' || format === 'csv-fr') return { type: 'string' };
  if (endpoint.kind === 'list')
    return answerSchemaOf(format === 'json' ? listSchema(endpoint) : featuresSchema(endpoint.row));
  return answerSchemaOf(
    format === 'json' || !endpoint.feature ? endpoint.answer : featureSchema(endpoint.feature.row),
  );
}

function parametersOf(schema: z.ZodObject, place: 'path' | 'query'): Record<string, unknown>[] {
  const { properties = {}, required = [] } = requestSchemaOf(schema);
  return Object.entries(properties).map(([name, { description = '', ...own }]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    description,
    schema: own,
  }));
}

function actionOf(one: Action): Record<string, unknown> {
  return {
    operationId: one.id,
    summary: one.title,
    description: one.text,
    security: [{ cle: [] }],
    parameters: parametersOf(one.params, 'path'),
    ...(one.body && {
      requestBody: {
        required: true,
        content: { 'application/json': { schema: requestSchemaOf(one.body) } },
      },
    }),
    responses: {
      ...Object.fromEntries(
        Object.entries(one.answers).map(([status, { text, schema }]) => [
          status,
          {
            description: text,
            headers: RATE,
            content: { 'application/json': { schema: answerSchemaOf(schema) } },
          },
        ]),
      ),
      ...problemsAs(problemsOfAction(one)),
    },
  };
}
