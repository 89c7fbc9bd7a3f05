import { Readable, pipeline } from 'node:stream';
import { crc32, createDeflateRaw } from 'node:zlib';

/** A file of an archive, its text made as it is asked for. */
export interface ZipEntry {
  /** ASCII. */
  path: string;
  text: Iterable<string>;
}

/** Deflated, checksum and sizes after the data (they are not known before), name in UTF-8. */
const FLAGS = 0x0808;
const VERSION = 20;
const DEFLATED = 8;
/** 1 January 1980, midnight: the same content gives the same bytes. */
const DAY = 0x0021;

/** Characters packed at a time: fewer cost more than they weigh. */
const PIECE = 65_536;

interface Written {
  path: Buffer;
  offset: number;
  crc: number;
  packed: number;
  size: number;
}

/**
 * A zip archive (APPNOTE 6.3.3, without zip64: under 4 GB), as it is packed. Packing runs outside the
 * event loop, and no more than a piece of it stands in memory.
 */
export async function* writeZip(entries: Iterable<ZipEntry>): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const written: Written[] = [];
  let offset = 0;
  for (const { path, text } of entries) {
    const entry: Written = { path: Buffer.from(path), offset, crc: 0, packed: 0, size: 0 };
    const header = localHeader(entry.path);
    yield header;
    for await (const piece of pack(text, entry)) {
      entry.packed += piece.length;
      yield piece;
    }
    const descriptor = record(0x08074b50, [4, entry.crc], [4, entry.packed], [4, entry.size]);
    yield descriptor;
    offset += header.length + entry.packed + descriptor.length;
    written.push(entry);
  }
  const directory = Buffer.concat(written.map(directoryEntry));
  yield new Uint8Array(directory);
  const count: [2, number] = [2, written.length];
  yield record(0x06054b50, [2, 0], [2, 0], count, count, [4, directory.length], [4, offset], [2, 0]);
}

/** Deflates a text, and keeps its checksum and size in the entry. */
function pack(text: Iterable<string>, entry: Written): AsyncIterable<Uint8Array<ArrayBuffer>> {
  function* measured(): Generator<Buffer> {
    for (const piece of gathered(text)) {
      const bytes = Buffer.from(piece);
      entry.crc = crc32(bytes, entry.crc);
      entry.size += bytes.length;
      yield bytes;
    }
  }
  const packed = createDeflateRaw();
  // An error reaches the reader of `packed`, who throws it.
  pipeline(Readable.from(measured()), packed, () => {});
  return packed;
}

/** The same text in fewer pieces. */
function* gathered(text: Iterable<string>): Generator<string> {
  let held = '';
  for (const piece of text) {
    held += piece;
    if (held.length < PIECE) continue;
    yield held;
    held = '';
  }
  yield held;
}

const localHeader = (path: Buffer): Uint8Array<ArrayBuffer> =>
  new Uint8Array(
    Buffer.concat([
      record(
        0x04034b50,
        ...([
          [2, VERSION],
          [2, FLAGS],
          [2, DEFLATED],
          [2, 0],
          [2, DAY],
          [4, 0],
          [4, 0],
          [4, 0],
          [2, path.length],
          [2, 0],
        ] as Field[]),
      ),
      path,
    ]),
  );

const directoryEntry = ({ path, offset, crc, packed, size }: Written): Uint8Array =>
  Buffer.concat([
    record(
      0x02014b50,
      ...([
        [2, VERSION],
        [2, VERSION],
        [2, FLAGS],
        [2, DEFLATED],
        [2, 0],
        [2, DAY],
        [4, crc],
        [4, packed],
        [4, size],
        [2, path.length],
        [2, 0],
        [2, 0],
        [2, 0],
        [2, 0],
        [4, 0],
        [4, offset],
      ] as Field[]),
    ),
    path,
  ]);

/** Bytes and value, little-endian. */
type Field = [2 | 4, number];

function record(signature: number, ...fields: Field[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(4 + fields.reduce((sum, [length]) => sum + length, 0));
  const view = new DataView(bytes.buffer);
  view.setUint32(0, signature, true);
  let at = 4;
  for (const [length, value] of fields) {
    if (length === 2) view.setUint16(at, value, true);
    else view.setUint32(at, value, true);
    at += length;
  }
  return bytes;
}
