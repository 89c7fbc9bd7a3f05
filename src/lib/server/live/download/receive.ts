import type { FileHandle } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { formatBytes } from '../../../format/bytes.ts';
import { live } from '../../../messages/live.ts';
import { LiveError } from '../live-error.ts';

/** What a body may be. */
export interface Room {
  /** The file as a person knows it. */
  file: string;
  host: string;
  /** Bytes that the whole file may have. */
  most: number;
  silenceMs: number;
  onbytes?: (bytes: number) => void;
}

/** Deflate reaches 1,032 on what says nothing; tables of figures shrink ten to thirty times. */
const MOST_RATIO = 200;

/** Below this a body harms nobody, whatever its ratio. */
const RATIO_FROM = 1_000_000;

/**
 * Writes a body to a file from a position on, counting: gives the size of the file. Throws a `LiveError`
 * when the body is cut, silent, too large, or swells too much.
 */
export async function receive(
  answer: IncomingMessage,
  handle: FileHandle,
  from: number,
  room: Room,
): Promise<number> {
  const { file, host, most, silenceMs } = room;
  const announced = Number(answer.headers['content-length'] ?? 0);
  const tooLarge = (): LiveError => new LiveError('unfit', live.tooLarge(file, formatBytes(most)));
  if (from + announced > most) {
    answer.destroy();
    throw tooLarge();
  }
  const silence = setTimeout(() => answer.destroy(new LiveError('passing', live.stalled(host))), silenceMs);
  let arrived = 0;
  let written = from;
  async function* arriving(): AsyncGenerator<Buffer> {
    for await (const chunk of answer as AsyncIterable<Buffer>) {
      arrived += chunk.length;
      silence.refresh();
      yield chunk;
    }
  }
  try {
    for await (const chunk of inflated(arriving(), answer.headers['content-encoding'], file)) {
      const size = written + chunk.length;
      if (size > most) throw tooLarge();
      if (size > RATIO_FROM && size - from > arrived * MOST_RATIO)
        throw new LiveError('unfit', live.bomb(file));
      await write(handle, chunk, written);
      written = size;
      // A slow disk is not a silent producer.
      silence.refresh();
      room.onbytes?.(written);
    }
  } catch (cause) {
    if (cause instanceof LiveError) throw cause;
    const { code = '' } = cause as NodeJS.ErrnoException;
    if (code.startsWith('Z_')) throw new LiveError('unfit', live.compression(file, 'gzip'));
    throw new LiveError('passing', live.cut(host));
  } finally {
    clearTimeout(silence);
    answer.destroy();
  }
  return written;
}

/** A body as the file has it: what was compressed for the way is inflated. */
function inflated(body: AsyncIterable<Buffer>, encoding = 'identity', file: string): AsyncIterable<Buffer> {
  const name = encoding.trim().toLowerCase();
  if (name === 'identity' || name === '') return body;
  if (name !== 'gzip' && name !== 'x-gzip')
    throw new LiveError('unfit', live.compression(file, name.slice(0, 20)));
  return pipeline(body, createGunzip(), () => undefined);
}

async function write(handle: FileHandle, chunk: Buffer, position: number): Promise<void> {
  try {
    await handle.write(chunk, 0, chunk.length, position);
  } catch (cause) {
    throw new LiveError('disk', live.disk((cause as Error).message));
  }
}
