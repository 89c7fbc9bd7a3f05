import type { IncomingMessage } from 'node:http';

/** What a producer said of a file, to ask whether it changed. */
export interface Validators {
  etag: string | null;
  lastModified: string | null;
}

/** A part of a file that is at hand, and what says that the rest would be of the same. */
export interface Part {
  bytes: number;
  validators: Validators;
}

/** No part: the whole is to be asked for. */
export const NOTHING: Part = { bytes: 0, validators: { etag: null, lastModified: null } };

export const validatorsOf = ({ headers }: IncomingMessage): Validators => ({
  etag: headers.etag ?? null,
  lastModified: headers['last-modified'] ?? null,
});

/** A weak tag says that two files are as good as each other, not that their bytes are the same. */
const strongTag = ({ etag }: Validators): string | null => (etag?.startsWith('"') ? etag : null);

/** Whether a file that was cut may be gone on from. */
export const mayGoOn = (validators: Validators): boolean =>
  strongTag(validators) !== null || validators.lastModified !== null;

/** Whether the rest that arrives is said to be of another file than the part at hand. */
export const isAnother = (before: Validators, now: Validators): boolean =>
  (before.etag !== null && now.etag !== null && before.etag !== now.etag) ||
  (before.lastModified !== null && now.lastModified !== null && before.lastModified !== now.lastModified);

/** Asks for the rest of a part, or for the whole unless the copy at hand (`held`) still holds (RFC 9110, 13). */
export function headersFor(part: Part, held: Validators | undefined): Record<string, string> {
  if (part.bytes > 0) {
    const same = strongTag(part.validators) ?? part.validators.lastModified ?? '';
    return { range: `bytes=${part.bytes}-`, 'if-range': same };
  }
  return {
    ...(held?.etag ? { 'if-none-match': held.etag } : {}),
    ...(held?.lastModified ? { 'if-modified-since': held.lastModified } : {}),
  };
}
