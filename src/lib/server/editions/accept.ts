import { join } from 'node:path';
import { and, eq, isNull } from 'drizzle-orm';
import type { Hand } from '../../domain/account/visitor.ts';
import type { EditionChanges } from '../../domain/editions/edition-changes.ts';
import type { SourceId } from '../../domain/indicators/source.ts';
import { writing } from '../audit/writing.ts';
import type { Database } from '../db/client.ts';
import { pendingEdition } from '../db/schema/editions.ts';
import { oneImport } from '../import/one-import.ts';
import type { Origin } from '../import/origin.ts';
import { currentVersions } from '../queries/versions.ts';
import { basisOf, isSameBasis } from './basis.ts';
import { readPending, type PendingEdition } from './pending.ts';
import { loadOne, type Offer } from './offer.ts';
import { proposeWithin, type ProposeOptions } from './propose.ts';

/** What came of an acceptance. */
export type Acceptance =
  | { outcome: 'loaded' }
  /** Nothing waits: it was already accepted, or something newer replaced it. */
  | { outcome: 'none' }
  /** The data in use moved since it was compared: it was compared again, for somebody to look. */
  | { outcome: 'moved'; changes: EditionChanges }
  | { outcome: 'failed'; message: string };

/** The files of an edition that waits, as they can be loaded. */
const offerOf = ({ source, folder, kind, files, fetchedAt }: PendingEdition, dataDir: string): Offer => ({
  source,
  kind: kind as Origin['kind'],
  folder: join(dataDir, folder),
  files,
  fetchedAt,
});

/** Says that an edition is to replace the one in use. Gives whether one waits. */
export async function askAcceptance(
  database: Pick<Database, 'query'>,
  hand: Hand,
  source: SourceId,
): Promise<boolean> {
  return writing(
    database,
    hand,
    (done) => (done ? { action: 'data.accept', object: source } : null),
    async (tx) => {
      const rows = await tx
        .update(pendingEdition)
        .set({ acceptedAt: hand.now, refusedAt: null })
        .where(and(eq(pendingEdition.source, source), isNull(pendingEdition.acceptedAt)))
        .returning({ source: pendingEdition.source });
      return rows.length > 0;
    },
  );
}

/**
 * Loads an edition that waits in place of the one in use. Cut short, it goes on where it was: the load is
 * one transaction, and the edition waits until it is in use. What was compared with other data than is in
 * use now is compared again, and waits.
 */
export const acceptEdition = (
  database: Database,
  source: SourceId,
  options: ProposeOptions,
): Promise<Acceptance> => oneImport(database, () => acceptWithin(database, source, options));

async function acceptWithin(
  database: Database,
  source: SourceId,
  options: ProposeOptions,
): Promise<Acceptance> {
  const pending = await readPending(database, source);
  if (!pending) return { outcome: 'none' };
  await askAcceptance(database, options.hand, source);
  const versions = new Map((await currentVersions(database)).map((version) => [version.source, version]));
  const offer = offerOf(pending, options.dataDir);
  if (versions.get(source)?.fingerprint !== pending.fingerprint) {
    const same = isSameBasis(basisOf(source, versions), pending.basis);
    const loaded = same ? await loadAsTold(database, offer, pending, options) : 'moved';
    if (loaded === 'moved') return compareAgain(database, offer, options);
    if (loaded !== 'loaded') {
      await database.query
        .update(pendingEdition)
        .set({ acceptedAt: null })
        .where(eq(pendingEdition.source, source));
      return { outcome: 'failed', message: loaded.message };
    }
  }
  await database.query
    .delete(pendingEdition)
    .where(and(eq(pendingEdition.source, source), eq(pendingEdition.fingerprint, pending.fingerprint)));
  return { outcome: 'loaded' };
}

/** Loads an edition only if it is, read now, what was compared. */
async function loadAsTold(
  database: Database,
  offer: Offer,
  { fingerprint }: PendingEdition,
  { hand, report }: ProposeOptions,
): Promise<'loaded' | 'moved' | { message: string }> {
  try {
    return await database.query.transaction(async (tx) => {
      const outcome = await loadOne(tx, offer, { now: hand.now, report });
      if (outcome.outcome === 'failed') return { message: outcome.message };
      const inUse = (await currentVersions({ query: tx })).find((version) => version.source === offer.source);
      if (inUse?.fingerprint !== fingerprint) throw new Otherwise();
      return 'loaded';
    });
  } catch (cause) {
    if (cause instanceof Otherwise) return 'moved';
    throw cause;
  }
}

/** The files read otherwise than when they were compared: undoes the load. */
class Otherwise extends Error {}

async function compareAgain(database: Database, offer: Offer, options: ProposeOptions): Promise<Acceptance> {
  const again = await proposeWithin(database, offer, options);
  if (again.outcome === 'failed') return again;
  return again.outcome === 'proposed' ? { outcome: 'moved', changes: again.changes } : { outcome: 'none' };
}

/** Keeps the edition in use; the new one is proposed no more, until another comes. Gives whether one waited. */
export const refuseEdition = (
  database: Pick<Database, 'query'>,
  hand: Hand,
  source: SourceId,
): Promise<boolean> =>
  writing(
    database,
    hand,
    (done) => (done ? { action: 'data.refuse', object: source } : null),
    async (tx) => {
      const rows = await tx
        .update(pendingEdition)
        .set({ refusedAt: hand.now, acceptedAt: null })
        .where(and(eq(pendingEdition.source, source), isNull(pendingEdition.refusedAt)))
        .returning({ source: pendingEdition.source });
      return rows.length > 0;
    },
  );
