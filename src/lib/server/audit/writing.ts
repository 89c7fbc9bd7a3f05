import type { AuditAction } from '../../domain/account/audit-action.ts';
import type { Hand } from '../../domain/account/visitor.ts';
import type { Database, Query } from '../db/client.ts';
import { auditEntry } from '../db/schema/audit.ts';

/** What the journal says of a write. */
export interface Act {
  action: AuditAction;
  /** What it is done to: a key or a number, never a name. */
  object: string | null;
}

/**
 * The one door of writes: runs a change in a transaction and writes it in the journal there, so that
 * neither stands without the other. Where a change turns out to do nothing, `act` says so by `null`, and
 * nothing is written of it.
 */
export function writing<Result>(
  database: Pick<Database, 'query'>,
  hand: Hand,
  act: Act | ((result: Result) => Act | null),
  change: (tx: Query) => Promise<Result>,
): Promise<Result> {
  return database.query.transaction(async (tx) => {
    const result = await change(tx);
    const done = typeof act === 'function' ? act(result) : act;
    if (done) await note(tx, hand, done);
    return result;
  });
}

/** Writes one act more in the transaction under way. */
export async function note(tx: Query, { now, owner, account }: Hand, { action, object }: Act): Promise<void> {
  await tx.insert(auditEntry).values({ at: now, account, organisation: owner, action, object });
}
