import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';

/** A file to put in an archive. */
export interface ZipEntry {
  name: string;
  data: Buffer;
}

/** Archives do not depend on the clock. */
const STAMP = { mtime: new Date(2022, 0, 12), forceDosTimestamp: true };

/** A zip archive of a few small files. */
export function zip(entries: readonly ZipEntry[]): Promise<Buffer> {
  const archive = new ZipFile();
  for (const { name, data } of entries) archive.addBuffer(data, name, STAMP);
  archive.end();
  return buffer(archive.outputStream);
}
