import { z } from 'zod';
import { wordsNow } from './word-in-use.ts';

/** A JSON Schema (2020-12), as OpenAPI 3.1 holds it. */
export type JsonSchema = Record<string, unknown> & {
  properties?: Record<string, JsonSchema>;
  required?: string[];
  description?: string;
};

/** What every whole number is within: said nowhere, since it is true of all of them. */
const SAFE = Number.MAX_SAFE_INTEGER;

const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): JsonSchema => {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, {
    io,
    target: 'draft-2020-12',
    override({ zodSchema, jsonSchema }) {
      const words = wordsNow(zodSchema);
      if (words) jsonSchema.enum = [...words];
      if (jsonSchema.maximum === SAFE) delete jsonSchema.maximum;
      if (jsonSchema.minimum === -SAFE) delete jsonSchema.minimum;
    },
  });
  return rest as JsonSchema;
};

/** The schema of what is sent to a reader. */
export const answerSchemaOf = (schema: z.ZodType): JsonSchema => schemaOf(schema, 'output');

/** The schema of what a request brings. */
export const requestSchemaOf = (schema: z.ZodType): JsonSchema => schemaOf(schema, 'input');
