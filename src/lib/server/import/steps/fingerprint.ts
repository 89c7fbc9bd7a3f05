import { createHash } from 'node:crypto';
import { digestOfFiles } from '../fetched.ts';
import { hashFile } from '../read/read-file.ts';
import type { Adapter } from '../adapter.ts';

/** Raised when the shared machinery makes something else of the same files. */
const MACHINERY_REVISION = 1;

/** What a load depends on: its files, and with them the code and the sources that make figures of them. */
export interface Fingerprint {
  sha256: string;
  fingerprint: string;
}

const digest = (parts: readonly (string | number)[]): string =>
  createHash('sha256').update(parts.join('/')).digest('hex');

/** The fingerprint of files; `upstream` is that of the territories they are brought to, empty for these. */
export async function fingerprintOfFiles(
  { revision }: Adapter,
  paths: readonly string[],
  upstream: string,
): Promise<Fingerprint> {
  const hashes: string[] = [];
  for (const path of paths) hashes.push(await hashFile(path));
  const sha256 = digestOfFiles(hashes);
  return { sha256, fingerprint: digest([sha256, revision, MACHINERY_REVISION, upstream]) };
}

/** The fingerprint of what is computed from versions of other sources. */
export const fingerprintOfInputs = ({ revision }: Adapter, read: readonly Fingerprint[]): Fingerprint => ({
  sha256: digest(read.map((version) => version.sha256)),
  fingerprint: digest([...read.map((version) => version.fingerprint), revision, MACHINERY_REVISION]),
});
