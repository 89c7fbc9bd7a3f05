import type { Checksum } from '../download/checksum.ts';

/** An address to fetch a file from. */
export interface FilePlace {
  url: string;
  /** The sum that is published of it, if any. */
  checksum: Checksum | null;
  /** When it was last changed, as the catalogue says. */
  modified: string | null;
  /** Name that the file is kept under: it says the edition where the adapter reads it there. */
  name: string;
}
