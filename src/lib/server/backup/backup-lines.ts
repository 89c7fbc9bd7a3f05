import { z } from 'zod';

/** Raised when a file is laid out otherwise. */
export const FORMAT = 1;

/** The line after the rows of a table: an empty one. A row is a JSON list, on one line. */
export const END_OF_ROWS = '\n';

const name = z.string().regex(/^[a-z][a-z0-9_]*$/);

/** The first line: what the file is. */
export const headerShape = z.object({
  maillage: z.literal('backup'),
  format: z.number().int(),
  at: z.iso.datetime(),
  /** Name of the last migration of the schema it was taken from. */
  level: z.string(),
});
export type BackupHeader = z.infer<typeof headerShape>;

/** The line before the rows of a table. */
export const sectionShape = z.object({
  table: name,
  columns: z.array(name).min(1),
  key: z.array(name).min(1),
  /** The next number of each sequence. */
  sequences: z.record(name, z.number().int()),
});
export type Section = z.infer<typeof sectionShape>;

/** What a table of a backup comes to: its rows, and the hash of them in order. */
export const tallyShape = z.object({
  table: name,
  rows: z.number().int(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});
export type Tally = z.infer<typeof tallyShape>;

/** The last line before the seal. */
export const footerShape = z.object({ end: z.array(tallyShape) });

/** The lines of a stream, each with its end; a last one without an end is given as it is. */
export async function* linesOf(chunks: AsyncIterable<unknown>): AsyncGenerator<Buffer> {
  let held: Buffer[] = [];
  for await (const chunk of chunks) {
    const bytes = chunk as Buffer;
    let from = 0;
    for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, from)) {
      held.push(bytes.subarray(from, at + 1));
      yield held.length === 1 ? (held[0] as Buffer) : Buffer.concat(held);
      held = [];
      from = at + 1;
    }
    if (from < bytes.length) held.push(bytes.subarray(from));
  }
  if (held.length > 0) yield Buffer.concat(held);
}

/** Bytes handed over at once. */
const HANDFUL = 1 << 16;

/** The same bytes in fewer, larger pieces. */
export async function* inHandfuls(pieces: AsyncIterable<unknown>): AsyncGenerator<Buffer> {
  let held: Buffer[] = [];
  let size = 0;
  for await (const piece of pieces) {
    const bytes = piece as Buffer;
    held.push(bytes);
    size += bytes.length;
    if (size < HANDFUL) continue;
    yield Buffer.concat(held);
    held = [];
    size = 0;
  }
  if (size > 0) yield Buffer.concat(held);
}
