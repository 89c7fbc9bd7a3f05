import type { FileHandle } from 'node:fs/promises';
import { live } from '../../../messages/live.ts';
import { checkAnswer } from './answer-status.ts';
import { answersTo, sumOf, type Checksum } from './checksum.ts';
import { checkKind, type FileKind } from './file-kind.ts';
import { follow } from '../reach/follow.ts';
import { LiveError } from '../live-error.ts';
import { receive } from './receive.ts';
import {
  headersFor,
  isAnother,
  mayGoOn,
  NOTHING,
  validatorsOf,
  type Part,
  type Validators,
} from './validators.ts';
import type { Wire } from '../reach/wire.ts';

/** One file to fetch. */
export interface DownloadAsked {
  url: string;
  /** Where to write; a file that stands there is overwritten. */
  path: string;
  /** The file as a person knows it. */
  file: string;
  /** What it may be. */
  kinds: readonly FileKind[];
  /** Bytes that it may have. */
  most: number;
  /** What was said of the copy at hand: nothing is sent when it still holds. */
  held?: Validators;
  checksum?: Checksum | null;
  signal?: AbortSignal;
  onbytes?: (bytes: number) => void;
}

/** A file that was fetched, or of which the copy at hand still holds. */
export type Downloaded = Validators &
  ({ unchanged: true } | { unchanged: false; bytes: number; sha256: string; kind: FileKind });

/**
 * Asks for a file, or for the rest of it, and writes what comes. What came before a failure is told to
 * `onpart`. Throws a `LiveError`.
 */
export async function tryOnce(
  wire: Wire,
  asked: DownloadAsked,
  handle: FileHandle,
  part: Part,
  { now, onpart }: { now: Date; onpart: (part: Part) => void },
): Promise<Downloaded> {
  const { answer, url } = await follow(wire, asked.url, headersFor(part, asked.held), asked.signal);
  const validators = validatorsOf(answer);
  const place = checkAnswer(answer, url.host, part.bytes, now);
  if (place === 'unchanged') {
    answer.destroy();
    return { ...(asked.held ?? validators), unchanged: true };
  }
  const { from, total } = place;
  if (from > 0 && isAnother(part.validators, validators)) {
    answer.destroy();
    throw new LiveError('passing', live.cut(url.host), { spoilt: true });
  }
  await handle.truncate(from);
  const isPlain = answer.headers['content-encoding'] === undefined;
  let bytes = from;
  const onbytes = (written: number): void => {
    bytes = written;
    asked.onbytes?.(written);
  };
  const room = { file: asked.file, host: url.host, most: asked.most, silenceMs: wire.silenceMs, onbytes };
  try {
    bytes = await receive(answer, handle, from, room);
    if (total !== null && bytes !== total)
      throw new LiveError('passing', live.cut(url.host), { spoilt: bytes > total });
  } catch (cause) {
    onpart(isPlain && mayGoOn(validators) ? { bytes, validators } : NOTHING);
    throw cause;
  }
  await handle.sync();
  const kind = await checkKind(asked.path, asked.kinds, asked.file);
  if (asked.checksum && !(await answersTo(asked.path, asked.checksum)))
    throw new LiveError('passing', live.checksum(asked.file), { spoilt: true });
  return { ...validators, unchanged: false, bytes, sha256: await sumOf(asked.path, 'sha256'), kind };
}
