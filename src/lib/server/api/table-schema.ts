import type { z } from 'zod';
import { answerSchemaOf, type JsonSchema } from './json-schema.ts';

/** A column as Frictionless describes it (Table Schema v2). */
export interface TableField {
  name: string;
  type: 'string' | 'integer' | 'number' | 'boolean' | 'list';
  description?: string;
  delimiter?: string;
  itemType?: 'string';
  trueValues?: string[];
  falseValues?: string[];
  constraints?: { enum?: unknown[]; minimum?: number; maximum?: number };
}

const typesOf = ({ type, anyOf }: JsonSchema): string[] => {
  if (Array.isArray(anyOf)) return (anyOf as JsonSchema[]).flatMap(typesOf);
  return (Array.isArray(type) ? type : [type]).map(String).filter((one) => one !== 'null');
};

/** The columns of a CSV, from the schema of its rows: lists are written with `|`, yes and no as 1 and 0. */
export function tableFields(row: z.ZodObject): TableField[] {
  const { properties = {} } = answerSchemaOf(row);
  return Object.entries(properties).map(([name, schema]) => {
    const field: TableField = { name, type: 'string' };
    if (schema.description !== undefined) field.description = schema.description;
    const [type] = typesOf(schema);
    if (type === 'array') return { ...field, type: 'list', delimiter: '|', itemType: 'string' };
    if (type === 'boolean') return { ...field, type, trueValues: ['1'], falseValues: ['0'] };
    const constraints = constraintsOf(schema);
    if (Object.keys(constraints).length > 0) field.constraints = constraints;
    return type === 'integer' || type === 'number' ? { ...field, type } : field;
  });
}

const constraintsOf = (schema: JsonSchema): NonNullable<TableField['constraints']> => ({
  ...(Array.isArray(schema.enum) && { enum: schema.enum.filter((one) => one !== null) }),
  ...(typeof schema.minimum === 'number' && { minimum: schema.minimum }),
  ...(typeof schema.maximum === 'number' && { maximum: schema.maximum }),
});
