import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';

/** A sum that the producer publishes beside its file. */
export interface Checksum {
  algorithm: 'md5' | 'sha1' | 'sha256' | 'sha512';
  value: string;
}

/** The sum of a file, hexadecimal. */
export async function sumOf(path: string, algorithm: Checksum['algorithm']): Promise<string> {
  const hash = createHash(algorithm);
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

/** Whether a file is the one that a sum was made of. */
export const answersTo = async (path: string, { algorithm, value }: Checksum): Promise<boolean> =>
  (await sumOf(path, algorithm)) === value.toLowerCase();
