import { randomUUID } from 'node:crypto';
import type { Diagnosis } from '../../diagnosis/diagnosis.ts';
import { diagnosisShape, figuresShape } from '../../diagnosis/diagnosis-shape.ts';
import { readContent, type ReadContent } from '../../domain/strategy/file/read-content.ts';
import { isObject } from '../../domain/strategy/file/shape.ts';
import {
  FILE_FORMAT,
  FILE_VERSION,
  type FileDiagnosis,
  type FileFault,
} from '../../domain/strategy/file/strategy-file.ts';
import { hashContent } from './write-file.ts';

const diagnosis = isObject<Omit<FileDiagnosis<Diagnosis>, 'at'>>({
  figures: figuresShape,
  content: diagnosisShape,
});

/** Reads the text of a file: all that it says, or the first reason why it is not the file of a strategy. */
export function readFile(text: string, now: Date): ReadContent<Diagnosis> | FileFault {
  let file: Record<string, unknown>;
  try {
    const parsed: unknown = JSON.parse(text.replace(/^\ufeff/, ''));
    if (typeof parsed !== 'object' || parsed === null) return { why: 'format' };
    file = parsed as Record<string, unknown>;
    if (file.format !== FILE_FORMAT) return { why: 'format' };
    if (file.version !== FILE_VERSION) return { why: 'version' };
    if (typeof file.content !== 'object' || file.content === null) return { why: 'format' };
    if (file.sha256 !== hashContent(file.content)) return { why: 'hash' };
  } catch {
    // Not JSON, or nested so deep that it cannot be written again.
    return { why: 'json' };
  }
  return readContent(file.content, { diagnosis, newId: randomUUID, now });
}
