import { z } from 'zod';
import { apiFields } from '../../messages/api-fields.ts';
import type { DocumentEndpoint } from './endpoint.ts';
import { formatsOf, type Format } from './formats.ts';

/** What an endpoint that gives one document takes: its own parameters, and the format. */
export const documentQuery = (endpoint: DocumentEndpoint) =>
  endpoint.query.extend({
    format: z
      .enum(formatsOf(endpoint) as [Format, ...Format[]])
      .optional()
      .describe(apiFields.format),
  });
