import { open } from 'node:fs/promises';
import { live } from '../../../messages/live.ts';
import { LiveError } from '../live-error.ts';

/** What a file is, by its first bytes. */
export type FileKind = keyof typeof live.kinds;

/** Enough to tell a page, an archive and a table apart. */
const LOOKED_AT = 512;

/** The kind of a file, among those expected. Throws a `LiveError` when it is empty, a web page, or of another. */
export async function checkKind(path: string, kinds: readonly FileKind[], file: string): Promise<FileKind> {
  const head = await headOf(path);
  if (head.length === 0) throw new LiveError('unfit', live.empty(file));
  const found = kindOf(head);
  if (found === 'page') throw new LiveError('unfit', live.webPage(file));
  const kind = kinds.find((one) => one === found);
  if (kind) return kind;
  throw new LiveError('unfit', live.otherKind(file, kinds.map((one) => live.kinds[one]).join(' ou ')));
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
