import type { Action } from './action.ts';
import { contentOf, openapiDocument } from './openapi.ts';
import type { Endpoint } from './endpoint.ts';

/** A parameter, as a page lists it. */
export interface DescribedParameter {
  name: string;
  required: boolean;
  text: string;
}

/** An endpoint or an action, as a page lists it. */
export interface DescribedAddress {
  id: string;
  method: string;
  path: string;
  title: string;
  text: string;
  keyed: boolean;
  parameters: DescribedParameter[];
  formats: string[];
  /** An address to try; `null` where none is sure to answer. */
  example: string | null;
}

type Operation = {
  operationId: string;
  summary: string;
  description: string;
  security: object[];
  parameters: { name: string; required: boolean; description: string }[];
  requestBody?: { content: { 'application/json': { schema: Described } } };
};

type Described = { properties?: Record<string, { description?: string }>; required?: string[] };

/** The addresses of the interface as its own document tells them. */
export function describedAddresses(
  endpoints: readonly Endpoint[],
  actions: readonly Action[],
  at: { origin: string; root: string },
): DescribedAddress[] {
  const { paths } = openapiDocument(endpoints, actions, at) as {
    paths: Record<string, Record<string, Operation>>;
  };
  const read = new Map(endpoints.map((one) => [one.id, one]));
  return Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, operation]) => {
      const endpoint = read.get(operation.operationId);
      const example = endpoint?.example ?? null;
      return {
        id: operation.operationId,
        method: method.toUpperCase(),
        path: `${at.root}${path === '/' ? '' : path}`,
        title: operation.summary,
        text: operation.description,
        keyed: !operation.security.some((one) => Object.keys(one).length === 0),
        parameters: [
          ...operation.parameters.map(({ name, required, description }) => ({
            name,
            required,
            text: description,
          })),
          ...sentIn(operation.requestBody?.content['application/json'].schema),
        ],
        formats: endpoint ? Object.keys(contentOf(endpoint)) : [],
        example: example === null ? null : `${at.root}${example}`,
      };
    }),
  );
}

const sentIn = ({ properties = {}, required = [] }: Described = {}): DescribedParameter[] =>
  Object.entries(properties).map(([name, { description = '' }]) => ({
    name,
    required: required.includes(name),
    text: description,
  }));
