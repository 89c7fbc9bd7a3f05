/**
 * Reads something of unknown make as a value of a type, a copy with what the type names and no more;
 * `undefined` when it is not one. A file from elsewhere may hold anything.
 */
export type Shape<Value> = (given: unknown) => Value | undefined;

/** Longest text of a file, characters: the outlines of a map. */
const MOST_TEXT = 4_000_000;

/** A text that a database takes: no NUL, no half of a character. */
export const isText: Shape<string> = (given) =>
  typeof given === 'string' &&
  given.length <= MOST_TEXT &&
  !given.includes('\u0000') &&
  !/\p{Cs}/u.test(given)
    ? given
    : undefined;

export const isNumber: Shape<number> = (given) =>
  typeof given === 'number' && Number.isFinite(given) ? given : undefined;

export const isBoolean: Shape<boolean> = (given) => (typeof given === 'boolean' ? given : undefined);

/** A text that a pattern allows. */
export const isLike =
  (pattern: RegExp): Shape<string> =>
  (given) =>
    typeof given === 'string' && given.length <= MOST_TEXT && pattern.test(given) ? given : undefined;

/** An address within the application: never one that runs something, nor another site’s. */
export const isOwnHref: Shape<string> = isLike(/^[/#](?![/\\])[^\s\p{Cc}\p{Cs}]*$/u);

export const isAmong =
  <Value extends string>(among: readonly Value[]): Shape<Value> =>
  (given) =>
    among.find((one) => one === given);

export const orNull =
  <Value>(shape: Shape<Value>): Shape<Value | null> =>
  (given) =>
    given === null ? null : shape(given);

/** One shape or another, the first that fits. */
export const either =
  <One, Other>(one: Shape<One>, other: Shape<Other>): Shape<One | Other> =>
  (given) =>
    one(given) ?? other(given);

/** A list of at most so many. */
export const isList =
  <Value>(shape: Shape<Value>, most = 50_000): Shape<Value[]> =>
  (given) => {
    if (!Array.isArray(given) || given.length > most) return undefined;
    const read: Value[] = [];
    for (const one of given) {
      const value = shape(one);
      if (value === undefined) return undefined;
      read.push(value);
    }
    return read;
  };

/** Marks a field that may be left out. */
export interface Optional<Value> {
  optional: Shape<Value>;
}

/** How each field of a type is read. */
export type FieldShapes<Value> = {
  [Key in keyof Value]-?: undefined extends Value[Key]
    ? Optional<Exclude<Value[Key], undefined>>
    : Shape<Value[Key]>;
};

/** An object with these fields. */
export const isObject =
  <Value extends object>(fields: FieldShapes<Value>): Shape<Value> =>
  (given) => {
    if (typeof given !== 'object' || given === null || Array.isArray(given)) return undefined;
    const read: Record<string, unknown> = {};
    for (const [key, how] of Object.entries(fields) as [string, Shape<unknown> | Optional<unknown>][]) {
      const held: unknown = Object.hasOwn(given, key) ? (given as Record<string, unknown>)[key] : undefined;
      if (typeof how !== 'function' && held === undefined) continue;
      const value = (typeof how === 'function' ? how : how.optional)(held);
      if (value === undefined) return undefined;
      read[key] = value;
    }
    return read as Value;
  };
