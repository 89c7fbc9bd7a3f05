import { z } from 'zod';

const lists = z.registry<{ words(): readonly string[] }>();

/**
 * A word of a list that is not the same for everybody, nor for long: tables bring words of their own. The list is
 * taken when a request is read, and when the document is made for who asks for it.
 */
export function wordInUse(words: () => readonly string[]): z.ZodString {
  const schema = z.string().check((context) => {
    const known = words();
    if (!known.includes(context.value))
      context.issues.push({ code: 'invalid_value', values: [...known], input: context.value });
  });
  lists.add(schema, { words });
  return schema;
}

/** The words of such a schema now; `null` for any other. */
export const wordsNow = (schema: z.core.$ZodType): readonly string[] | null =>
  schema instanceof z.ZodString ? (lists.get(schema)?.words() ?? null) : null;
