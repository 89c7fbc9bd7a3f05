import { isUtf8 } from 'node:buffer';
import { refusals } from './refusals.ts';
import type { Encoding, Progress } from './table-file.ts';

export interface DecodedText {
  encoding: Encoding;
  /** The text a piece at a time, without byte order mark; tells how far it is. */
  pieces(onprogress: Progress): Generator<string>;
}

/** Bytes decoded at a time. */
const PIECE = 256 * 1024;

/** No text of an administration holds more control characters than this: it is something else. */
const MAX_CONTROL_SHARE = 0.001;

/**
 * The text of a file: UTF-8 where the bytes allow it, windows-1252 otherwise, which older tools of
 * Windows write. Throws an `IntakeError` for UTF-16 and for what is no text.
 */
export function decodeText(bytes: Buffer, name: string): DecodedText {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) throw refusals.utf16();
  if (bytes.includes(0) || countControls(bytes) > bytes.length * MAX_CONTROL_SHARE)
    throw refusals.binary(name);
  const encoding = isUtf8(bytes) ? 'utf-8' : 'windows-1252';
  return {
    encoding,
    *pieces(onprogress) {
      const decoder = new TextDecoder(encoding);
      for (let at = 0; at < bytes.length; at += PIECE) {
        onprogress(at / bytes.length);
        yield decoder.decode(bytes.subarray(at, at + PIECE), { stream: true });
      }
      yield decoder.decode();
    },
  };
}

/** Control characters other than tab, line breaks and form feed. */
function countControls(bytes: Uint8Array): number {
  let count = 0;
  for (const byte of bytes) if (byte < 0x20 && (byte < 0x09 || byte > 0x0d)) count++;
  return count;
}
