import { open } from 'node:fs/promises';
import { live } from '../../messages/live.ts';
import { LiveError } from './live-error.ts';

/** What a file is, by its first bytes. */
export type FileKind = keyof typeof live.kinds;

/** Enough to tell a page, an archive and a table apart. */
const LOOKED_AT = 512;

/** Throws a `LiveError` when a file is empty, a web page, or not of the kind expected. */
export async function checkKind(path: string, kind: FileKind, file: string): Promise<void> {
  const head = await headOf(path);
  if (head.length === 0) throw new LiveError('unfit', live.empty(file));
  const found = kindOf(head);
  if (found === 'page') throw new LiveError('unfit', live.webPage(file));
  if (found !== kind) throw new LiveError('unfit', live.otherKind(file, live.kinds[kind]));
}

async function headOf(path: string): Promise<Buffer> {
  const handle = await open(path);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(LOOKED_AT), 0, LOOKED_AT, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

function kindOf(head: Buffer): FileKind | 'page' | 'other' {
  if (head.subarray(0, 4).equals(Buffer.from([0x50, 0x4b, 3, 4]))) return 'zip';
  if (head[0] === 0x1f && head[1] === 0x8b) return 'gzip';
  if (head.includes(0)) return 'other';
  const text = head
    .toString('latin1')
    .replace(/^\xef\xbb\xbf/, '')
    .trimStart();
  if (text.startsWith('<')) return 'page';
  if (text.startsWith('{') || text.startsWith('[')) return 'json';
  return /[,;\t]/.test(text) ? 'csv' : 'other';
}
