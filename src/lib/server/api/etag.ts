import { createHash } from 'node:crypto';

/** What an answer depends on, as a tag: the same parts give the same answer. */
export const tagOf = (parts: readonly (string | number)[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 22);

/** Whether a reader already has it. The comparison is the weak one (RFC 9110 §13.1.2). */
export const isKnown = (request: Request, tag: string): boolean => {
  const known = request.headers.get('if-none-match');
  if (known === null) return false;
  return (
    known.trim() === '*' || known.split(',').some((one) => one.trim().replace(/^W\//, '') === `"${tag}"`)
  );
};
