import type { Checksum } from './checksum.ts';

/** An address to fetch a file from, and the sum that is published of it, if any. */
export interface FilePlace {
  url: string;
  checksum: Checksum | null;
}
