import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';

/** A file of an archive: its text, made as it is asked for, or its bytes. */
export type ZipEntry = { path: string } & ({ text: Iterable<string> } | { bytes: Uint8Array });

/** The same content gives the same bytes, whenever and wherever: the first day that the format knows. */
const STAMP = { mtime: new Date(1980, 0, 1), forceDosTimestamp: true };

/** Characters packed at a time: fewer cost more than they weigh. */
const PIECE = 65_536;

/**
 * A zip archive, as it is packed: packing runs outside the event loop, no more than a piece stands in
 * memory, and a reader who leaves stops the work. Rejects with what the text of an entry throws.
 */
export async function* writeZip(entries: Iterable<ZipEntry>): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const archive = new ZipFile();
  const packed = archive.outputStream as Readable;
  archive.on('error', (error: Error) => packed.destroy(error));
  for (const entry of entries) {
    const { path } = entry;
    if ('bytes' in entry) {
      archive.addBuffer(Buffer.from(entry.bytes), path, STAMP);
      continue;
    }
    const { text } = entry;
    archive.addReadStreamLazy(path, STAMP, (ready) => {
      const source = Readable.from(gathered(text), { objectMode: false });
      source.once('error', (error) => packed.destroy(error));
      ready(null, source);
    });
  }
  archive.end();
  for await (const piece of packed) yield piece as Uint8Array<ArrayBuffer>;
}

/** The same text in fewer pieces. */
function* gathered(text: Iterable<string>): Generator<Buffer> {
  let held = '';
  for (const piece of text) {
    held += piece;
    if (held.length < PIECE) continue;
    yield Buffer.from(held);
    held = '';
  }
  yield Buffer.from(held);
}
