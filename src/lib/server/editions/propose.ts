import { relative, sep } from 'node:path';
import { eq } from 'drizzle-orm';
import type { Hand } from '../../domain/account/visitor.ts';
import type { EditionChanges } from '../../domain/editions/edition-changes.ts';
import { editions as words } from '../../messages/editions.ts';
import { writing } from '../audit/writing.ts';
import type { Database, Query } from '../db/client.ts';
import { pendingEdition } from '../db/schema/editions.ts';
import type { LoadOutcome } from '../import/steps/load-outcome.ts';
import { oneImport } from '../import/one-import.ts';
import { Snapshot } from '../queries/snapshot.ts';
import { basisOf } from './basis.ts';
import { compareEditions, shapesOf } from './compare-editions.ts';
import { loadOne, type Offer } from './offer.ts';
import { readPending } from './pending.ts';

export interface ProposeOptions {
  /** Folder that the folders of editions stand in. */
  dataDir: string;
  hand: Hand;
  report?: (step: string) => void;
}

/** What came of an offer. */
export type Proposal =
  | { outcome: 'unchanged' }
  /** Nothing was in use: it was loaded at once. */
  | { outcome: 'loaded' }
  | { outcome: 'proposed'; changes: EditionChanges }
  /** It is the edition that somebody kept out. */
  | { outcome: 'refused'; at: Date }
  | { outcome: 'failed'; message: string };

/**
 * Reads an edition of a source and tells what it would change, without changing anything: it is loaded in
 * a transaction that is undone, so that what is told is what an acceptance does. The first edition of a
 * source replaces nothing, and is loaded.
 */
export const proposeEdition = (
  database: Database,
  offer: Offer,
  options: ProposeOptions,
): Promise<Proposal> => oneImport(database, () => proposeWithin(database, offer, options));

/** The same for who already holds the imports. */
export async function proposeWithin(
  database: Database,
  offer: Offer,
  options: ProposeOptions,
): Promise<Proposal> {
  const { source, kind } = offer;
  const before = await Snapshot.read(database);
  if (before.demonstration && kind !== 'demonstration')
    return { outcome: 'failed', message: words.problems.fictional };
  const load = (query: Query): Promise<LoadOutcome> =>
    loadOne(query, offer, { now: options.hand.now, report: options.report });
  if (!before.versions.has(source)) {
    const outcome = await load(database.query);
    return outcome.outcome === 'failed'
      ? { outcome: 'failed', message: outcome.message }
      : { outcome: outcome.outcome === 'loaded' ? 'loaded' : 'unchanged' };
  }
  const seen = await preview(database, offer, before, load, options);
  if (seen.outcome === 'failed') return seen;
  if (seen.outcome === 'unchanged') {
    await database.query.delete(pendingEdition).where(eq(pendingEdition.source, source));
    return seen;
  }
  const held = await readPending(database, source);
  if (held?.refusedAt && held.fingerprint === seen.fingerprint)
    return { outcome: 'refused', at: held.refusedAt };
  await keepPending(database, offer, before, seen, options);
  return { outcome: 'proposed', changes: seen.changes };
}

interface Seen {
  outcome: 'changed';
  changes: EditionChanges;
  sha256: string;
  fingerprint: string;
}

/** Thrown to undo the transaction of a preview. */
class Undone extends Error {
  readonly seen: Seen;
  constructor(seen: Seen) {
    super('the preview of an edition is undone');
    this.seen = seen;
  }
}

async function preview(
  database: Database,
  { source }: Offer,
  before: Snapshot,
  load: (query: Query) => Promise<LoadOutcome>,
  { hand, report }: ProposeOptions,
): Promise<Seen | { outcome: 'unchanged' } | { outcome: 'failed'; message: string }> {
  try {
    return await database.query.transaction(async (tx) => {
      const drawn = await shapesOf(tx, source);
      const outcome = await load(tx);
      if (outcome.outcome === 'failed') throw new Failure(outcome.message);
      if (outcome.outcome !== 'loaded') return { outcome: 'unchanged' } as const;
      report?.(words.steps.comparing);
      const after = await Snapshot.read({ query: tx });
      const version = after.versions.get(source);
      if (!version) throw new Error(`no version of ${source} was written`);
      const changes = compareEditions(
        { data: before, shapes: drawn },
        { data: after, shapes: await shapesOf(tx, source) },
        source,
        hand.now,
      );
      throw new Undone({
        outcome: 'changed',
        changes,
        sha256: version.sha256,
        fingerprint: version.fingerprint,
      });
    });
  } catch (cause) {
    if (cause instanceof Undone) return cause.seen;
    if (cause instanceof Failure) return { outcome: 'failed', message: cause.message };
    throw cause;
  }
}

/** An edition that could not be read: undoes the transaction too. */
class Failure extends Error {}

async function keepPending(
  database: Database,
  { source, kind, folder, files, fetchedAt }: Offer,
  before: Snapshot,
  { changes, sha256, fingerprint }: Seen,
  { dataDir, hand }: ProposeOptions,
): Promise<void> {
  const row = {
    folder: relative(dataDir, folder).split(sep).join('/'),
    kind,
    files,
    sha256,
    fingerprint,
    fetchedAt,
    proposedAt: hand.now,
    basis: basisOf(source, before.versions),
    changes,
    refusedAt: null,
    acceptedAt: null,
  };
  await writing(
    database,
    hand,
    { action: 'data.propose', object: `${source}/${sha256.slice(0, 12)}` },
    (tx) =>
      tx
        .insert(pendingEdition)
        .values({ source, ...row })
        .onConflictDoUpdate({ target: pendingEdition.source, set: row }),
  );
}
