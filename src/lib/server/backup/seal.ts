import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { crc32 } from 'node:zlib';

/** A gzip header that says nothing of when or where. */
const HEADER = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff]);

/** What the line of a seal starts with. */
export const SEAL_WORD = 'sha256 ';

const lineOf = (hash: string): string => `${SEAL_WORD}${hash}\n`;

/**
 * The seal of a file: the hash of all its bytes, as one more gzip member of a fixed length, stored as it
 * is, so that `zcat` shows it as the last line and that no byte of it is free.
 */
export function makeSeal(hash: string): Buffer {
  const line = Buffer.from(lineOf(hash));
  const block = Buffer.alloc(5);
  block.writeUInt8(1, 0);
  block.writeUInt16LE(line.length, 1);
  block.writeUInt16LE(~line.length & 0xffff, 3);
  const tail = Buffer.alloc(8);
  tail.writeUInt32LE(crc32(line), 0);
  tail.writeUInt32LE(line.length, 4);
  return Buffer.concat([HEADER, block, line, tail]);
}

const SEAL_LENGTH = makeSeal('0'.repeat(64)).length;

/** How a file stands before its content is looked at. */
export type Sealed = 'whole' | 'torn' | 'foreign';

/** Whether every byte of a file is as it was written. */
export async function readSeal(path: string): Promise<Sealed> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    if (!(await startsAsGzip(file))) return 'foreign';
    if (size <= SEAL_LENGTH) return 'torn';
    const seal = Buffer.alloc(SEAL_LENGTH);
    await file.read(seal, 0, SEAL_LENGTH, size - SEAL_LENGTH);
    return makeSeal(await hashUntil(path, size - SEAL_LENGTH)).equals(seal) ? 'whole' : 'torn';
  } finally {
    await file.close();
  }
}

async function startsAsGzip(file: FileHandle): Promise<boolean> {
  const start = Buffer.alloc(3);
  await file.read(start, 0, 3, 0);
  return start.equals(HEADER.subarray(0, 3));
}

async function hashUntil(path: string, end: number): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path, { end: end - 1 })) hash.update(chunk as Buffer);
  return hash.digest('hex');
}
