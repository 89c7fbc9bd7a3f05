import type { z } from 'zod';
import { api } from '../../messages/api.ts';
import { ApiProblem, type Fault } from './problem.ts';

const words = api.faults;

/** A longer value is cut where it is quoted. */
const MOST_QUOTED = 60;
/** More are not read by anybody. */
const MOST_FAULTS = 20;

/** A value as it is quoted in a sentence. */
export const quoted = (value: string): string => value.slice(0, MOST_QUOTED);

/**
 * Reads parameters by a schema. What a form leaves empty was not asked. Throws a problem that names every
 * parameter at fault: a program does not read notices, so nothing falls back.
 */
export function readQuery<Query extends z.ZodObject>(
  schema: Query,
  parameters: URLSearchParams,
): z.infer<Query> {
  const faults: Fault[] = [];
  const given: [string, string][] = [];
  for (const name of new Set(parameters.keys())) {
    const values = parameters.getAll(name);
    if (values.length > 1) faults.push({ parametre: quoted(name), detail: words.repeated(quoted(name)) });
    if (values[0] !== undefined && values[0] !== '') given.push([name, values[0]]);
  }
  return readBy(schema, Object.fromEntries(given), faults);
}

/** Reads an object by a schema, whatever it holds. */
export function readBy<Shape extends z.ZodObject>(
  schema: Shape,
  given: unknown,
  faults: Fault[] = [],
): z.infer<Shape> {
  const read = schema.safeParse(given, { reportInput: true });
  if (!read.success) faults.push(...read.error.issues.flatMap(faultsOf));
  if (faults.length > 0 || !read.success)
    throw new ApiProblem('parametres', words.whole(faults.length), {
      faults: faults.slice(0, MOST_FAULTS),
    });
  return read.data;
}

type Issue = z.core.$ZodIssue;

function faultsOf(issue: Issue): Fault[] {
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({ parametre: quoted(key), detail: words.unknown(quoted(key)) }));
  const parametre = issue.path.map(String).join('.');
  return [{ parametre, detail: sentenceOf(issue, parametre) }];
}

function sentenceOf(issue: Issue, name: string): string {
  const { input } = issue;
  if (input === undefined && issue.code !== 'custom') return words.missing(name);
  const value = quoted(typeof input === 'string' ? input : (JSON.stringify(input) ?? ''));
  switch (issue.code) {
    case 'invalid_value':
      return words.choice(name, value, issue.values.map(String));
    case 'too_small':
      return words.least(name, value, String(issue.minimum), issue.origin);
    case 'too_big':
      return words.most(name, value, String(issue.maximum), issue.origin);
    case 'invalid_type':
      return words.kind(name, value, issue.expected);
    case 'custom':
      return issue.message;
    default:
      return words.value(name, value);
  }
}
