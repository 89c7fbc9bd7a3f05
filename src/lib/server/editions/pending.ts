import { createHash } from 'node:crypto';
import { eq } from 'drizzle-orm';
import type { EditionChanges } from '../../domain/editions/edition-changes.ts';
import { isSourceId, type SourceId } from '../../domain/indicators/source.ts';
import type { Database, Query } from '../db/client.ts';
import { pendingEdition } from '../db/schema/editions.ts';

/** A new edition that waits, with what it changes. */
export interface PendingEdition extends Omit<typeof pendingEdition.$inferSelect, 'source' | 'changes'> {
  source: SourceId;
  changes: EditionChanges;
}

type Row = typeof pendingEdition.$inferSelect;

const pendingOf = (row: Row): PendingEdition[] =>
  isSourceId(row.source) ? [{ ...row, source: row.source, changes: row.changes as EditionChanges }] : [];

/** The new edition of a source that waits; `null` when none does. */
export async function readPending(
  { query }: Pick<Database, 'query'>,
  source: SourceId,
): Promise<PendingEdition | null> {
  const rows = await query.select().from(pendingEdition).where(eq(pendingEdition.source, source));
  return rows.flatMap(pendingOf)[0] ?? null;
}

/** The same, held as it is until the transaction ends. */
export async function holdPending(tx: Query, source: SourceId): Promise<PendingEdition | null> {
  const rows = await tx.select().from(pendingEdition).where(eq(pendingEdition.source, source)).for('update');
  return rows.flatMap(pendingOf)[0] ?? null;
}

/**
 * What somebody read of a new edition, by a short name: it is another proposal once its files are others, or
 * the data that it was compared with.
 */
export const proposalOf = ({ fingerprint, basis }: Pick<PendingEdition, 'fingerprint' | 'basis'>): string =>
  createHash('sha256')
    .update(JSON.stringify([fingerprint, Object.entries(basis).sort()]))
    .digest('hex')
    .slice(0, 16);

/** Every edition that waits, or was kept out. */
export async function readAllPending({ query }: Pick<Database, 'query'>): Promise<PendingEdition[]> {
  return (await query.select().from(pendingEdition).orderBy(pendingEdition.source)).flatMap(pendingOf);
}
