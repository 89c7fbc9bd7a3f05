import { createHash } from 'node:crypto';
import { desc, eq } from 'drizzle-orm';
import type { Diagnosis } from '../../diagnosis/diagnosis.ts';
import type { Hand } from '../../domain/account/visitor.ts';
import type { FrozenFigures } from '../../domain/strategy/diagnosis/frozen-figures.ts';
import {
  FILE_FORMAT,
  FILE_VERSION,
  MOST_FILE_BYTES,
  type FileDiagnosis,
} from '../../domain/strategy/file/strategy-file.ts';
import { writeContent } from '../../domain/strategy/file/write-content.ts';
import { writing } from '../audit/writing.ts';
import type { Database, Query } from '../db/client.ts';
import { organisation } from '../db/schema/accounts.ts';
import { strategyDiagnosis } from '../db/schema/strategies.ts';
import { readComments } from './comments.ts';
import { readItems } from './read.ts';

/** What diagnoses may take of a file, so that it can be read again: the rest is items and comments. */
const MOST_DIAGNOSES_BYTES = MOST_FILE_BYTES / 2;

/** The hash of a content, hexadecimal: tells a file that was cut or changed on its way. */
export const hashContent = (content: unknown): string =>
  createHash('sha256').update(JSON.stringify(content)).digest('hex');

/**
 * A whole strategy as one text: its items, its diagnoses, the latest ones where they are many, and what was said
 * beside. No name of a person, and nothing of who may open it. The taking is in the journal.
 */
export const writeFile = (database: Pick<Database, 'query'>, hand: Hand, strategy: string): Promise<string> =>
  writing(database, hand, { action: 'strategy.export', object: strategy }, async (tx) => {
    const names = await tx.select({ id: organisation.id, name: organisation.name }).from(organisation);
    const content = writeContent({
      items: (await readItems(tx, [strategy])).get(strategy) ?? [],
      diagnoses: await readDiagnoses(tx, strategy),
      comments: (await readComments({ query: tx }, strategy)).map((one) => ({
        item: one.item,
        text: one.text,
        at: one.at.toISOString(),
        by: one.organisation ?? (one.guest || null),
        settled: one.settledAt !== null,
      })),
      organisations: new Map(names.map(({ id, name }) => [id, name])),
    });
    return JSON.stringify({
      format: FILE_FORMAT,
      version: FILE_VERSION,
      exported: hand.now.toISOString(),
      sha256: hashContent(content),
      content,
    });
  });

async function readDiagnoses(tx: Query, strategy: string): Promise<FileDiagnosis<Diagnosis>[]> {
  const rows = await tx
    .select({
      at: strategyDiagnosis.at,
      figures: strategyDiagnosis.figures,
      content: strategyDiagnosis.content,
    })
    .from(strategyDiagnosis)
    .where(eq(strategyDiagnosis.strategy, strategy))
    .orderBy(desc(strategyDiagnosis.at), desc(strategyDiagnosis.id));
  const kept: FileDiagnosis<Diagnosis>[] = [];
  let bytes = 0;
  for (const { at, figures, content } of rows) {
    bytes += Buffer.byteLength(JSON.stringify(content));
    if (bytes > MOST_DIAGNOSES_BYTES) break;
    kept.push({
      at: at.toISOString(),
      figures: figures as FrozenFigures,
      content: content as Diagnosis,
    });
  }
  return kept;
}
