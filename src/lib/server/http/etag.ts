import { createHash } from 'node:crypto';

/** 132 bits of SHA-256 in base64url: no two answers share a tag, and no address makes it long. */
const TAG_LENGTH = 22;

let build = '';

/** Says which code answers, once, before anything is answered: another build may answer otherwise. */
export function nameBuild(name: string): void {
  build = name;
}

/** What an answer depends on, beside the code that makes it, as a tag without its quotes: the same parts give the same answer. */
export const tagOf = (parts: readonly (string | number)[]): string =>
  createHash('sha256')
    .update(JSON.stringify([build, ...parts]))
    .digest('base64url')
    .slice(0, TAG_LENGTH);

/** Whether the `If-None-Match` of a reader says that they have it. The comparison is the weak one (RFC 9110 §13.1.2). */
export const isKnown = (ifNoneMatch: string | null, tag: string): boolean =>
  ifNoneMatch !== null &&
  ifNoneMatch
    .split(',')
    .map((one) => one.trim())
    .some((one) => one === '*' || one.replace(/^W\//, '') === `"${tag}"`);
