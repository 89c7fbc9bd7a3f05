import { join } from 'node:path';
import { and, eq, isNotNull, isNull } from 'drizzle-orm';
import type { Hand } from '../../domain/account/visitor.ts';
import type { EditionChanges } from '../../domain/editions/edition-changes.ts';
import type { SourceId } from '../../domain/indicators/source.ts';
import { writing } from '../audit/writing.ts';
import type { Database, Query } from '../db/client.ts';
import { pendingEdition } from '../db/schema/editions.ts';
import { oneImport } from '../import/one-import.ts';
import type { Origin } from '../import/origin.ts';
import { currentVersions } from '../queries/versions.ts';
import { basisOf, isSameBasis } from './basis.ts';
import { holdPending, proposalOf, readPending, type PendingEdition } from './pending.ts';
import { loadOne, type Offer } from './offer.ts';
import { proposeWithin, type ProposeOptions } from './propose.ts';

/** What came of an acceptance. */
export type Acceptance =
  | { outcome: 'loaded' }
  /** Nothing waits: it was already accepted. */
  | { outcome: 'none' }
  /** What waits is not what was read. */
  | { outcome: 'replaced' }
  /** Somebody kept it out meanwhile: nothing was put in use. */
  | { outcome: 'refused' }
  /** The data in use moved since it was compared: it was compared again, for somebody to look. */
  | { outcome: 'moved'; changes: EditionChanges }
  | { outcome: 'failed'; message: string };

export interface AcceptOptions extends ProposeOptions {
  /** What somebody read and accepted (`askAcceptance`); without it, what waits is accepted here. */
  proposal?: string;
}

/** The files of an edition that waits, as they can be loaded. */
const offerOf = ({ source, folder, kind, files, fetchedAt }: PendingEdition, dataDir: string): Offer => ({
  source,
  kind: kind as Origin['kind'],
  folder: join(dataDir, folder),
  files,
  fetchedAt,
});

/** Whether an edition waits, and is the one that was read where that is said; held until the transaction ends. */
async function isWaiting(tx: Query, source: SourceId, proposal: string | undefined): Promise<boolean> {
  const pending = await holdPending(tx, source);
  return pending !== null && (proposal === undefined || proposalOf(pending) === proposal);
}

/** Says that an edition that was read is to replace the one in use. Gives whether it is the one that waits. */
export const askAcceptance = (
  database: Pick<Database, 'query'>,
  hand: Hand,
  source: SourceId,
  proposal: string,
): Promise<boolean> =>
  writing(
    database,
    hand,
    (done) => (done ? { action: 'data.accept', object: source } : null),
    async (tx) => {
      if (!(await isWaiting(tx, source, proposal))) return false;
      await tx
        .update(pendingEdition)
        .set({ acceptedAt: hand.now, refusedAt: null })
        .where(eq(pendingEdition.source, source));
      return true;
    },
  );

/**
 * Loads an edition that waits in place of the one in use. Cut short, it waits as before: it is loaded and
 * waits no more in one transaction, unless somebody kept it out meanwhile. What was compared with other data
 * than is in use now is compared again, and waits.
 */
export const acceptEdition = (
  database: Database,
  source: SourceId,
  options: AcceptOptions,
): Promise<Acceptance> => oneImport(database, () => acceptWithin(database, source, options));

async function acceptWithin(
  database: Database,
  source: SourceId,
  { proposal, ...options }: AcceptOptions,
): Promise<Acceptance> {
  const pending = await readPending(database, source);
  if (!pending) return { outcome: 'none' };
  const waiting = proposalOf(pending);
  if (proposal === undefined) await askAcceptance(database, options.hand, source, waiting);
  else if (proposal !== waiting) return { outcome: 'replaced' };
  let accepted: Acceptance | undefined;
  try {
    accepted = await putInUse(database, pending, options);
    return accepted;
  } finally {
    if (accepted?.outcome !== 'loaded')
      await database.query
        .update(pendingEdition)
        .set({ acceptedAt: null })
        .where(eq(pendingEdition.source, source));
  }
}

/** Loads an edition only if it is, read now, what was compared, and if it is still to replace the one in use. */
async function putInUse(
  database: Database,
  pending: PendingEdition,
  options: ProposeOptions,
): Promise<Acceptance> {
  const { source, fingerprint, basis } = pending;
  const offer = offerOf(pending, options.dataDir);
  const versions = new Map((await currentVersions(database)).map((version) => [version.source, version]));
  const isThere = versions.get(source)?.fingerprint === fingerprint;
  if (!isThere && !isSameBasis(basisOf(source, versions), basis))
    return compareAgain(database, offer, options);
  try {
    return await database.query.transaction(async (tx) => {
      if (!isThere) {
        const { hand, report } = options;
        const outcome = await loadOne(tx, offer, { now: hand.now, report });
        if (outcome.outcome === 'failed') return { outcome: 'failed', message: outcome.message };
        const inUse = (await currentVersions({ query: tx })).find((version) => version.source === source);
        if (inUse?.fingerprint !== fingerprint) throw new Otherwise();
      }
      const taken = await tx
        .delete(pendingEdition)
        .where(and(eq(pendingEdition.source, source), isNotNull(pendingEdition.acceptedAt)))
        .returning({ source: pendingEdition.source });
      if (taken.length === 0) throw new KeptOut();
      return { outcome: 'loaded' };
    });
  } catch (cause) {
    if (cause instanceof Otherwise) return compareAgain(database, offer, options);
    if (cause instanceof KeptOut) return { outcome: 'refused' };
    throw cause;
  }
}

/** The files read otherwise than when they were compared: undoes the load. */
class Otherwise extends Error {}

/** The edition is no longer to replace the one in use: undoes the load. */
class KeptOut extends Error {}

async function compareAgain(database: Database, offer: Offer, options: ProposeOptions): Promise<Acceptance> {
  const again = await proposeWithin(database, offer, options);
  switch (again.outcome) {
    case 'failed':
      return again;
    case 'proposed':
      return { outcome: 'moved', changes: again.changes };
    case 'refused':
      return { outcome: 'refused' };
    default:
      return { outcome: 'none' };
  }
}

/**
 * Keeps the edition in use; the new one is proposed no more, until another comes. With `proposal`, only the one
 * that was read. Gives whether it waited.
 */
export const refuseEdition = (
  database: Pick<Database, 'query'>,
  hand: Hand,
  source: SourceId,
  proposal?: string,
): Promise<boolean> =>
  writing(
    database,
    hand,
    (done) => (done ? { action: 'data.refuse', object: source } : null),
    async (tx) => {
      if (!(await isWaiting(tx, source, proposal))) return false;
      const rows = await tx
        .update(pendingEdition)
        .set({ refusedAt: hand.now, acceptedAt: null })
        .where(and(eq(pendingEdition.source, source), isNull(pendingEdition.refusedAt)))
        .returning({ source: pendingEdition.source });
      return rows.length > 0;
    },
  );
