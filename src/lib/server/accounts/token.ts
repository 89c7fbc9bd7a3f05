import { createHash, randomBytes } from 'node:crypto';

/** Bytes of a secret that is handed out: 256 bits, nobody guesses it. */
const BYTES = 32;

/** A secret to hand out once, 43 characters that any address carries. */
export const newToken = (): string => randomBytes(BYTES).toString('base64url');

/**
 * What is kept of a secret: who reads the database opens nothing with it. A plain hash is enough, since
 * the secret is drawn, not chosen.
 */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex');
