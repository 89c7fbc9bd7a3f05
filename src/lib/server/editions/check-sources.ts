import type { Hand } from '../../domain/account/visitor.ts';
import type { SourceId } from '../../domain/indicators/source.ts';
import { editions as words } from '../../messages/editions.ts';
import type { Database } from '../db/client.ts';
import { acceptEdition, type Acceptance, type AcceptOptions } from './accept.ts';
import { aloneToCheck, noteCheck, UNDER_WAY, type Check, type CheckOutcome } from './checks.ts';
import type { Offer } from './offer.ts';
import { proposeEdition, type Proposal } from './propose.ts';

/** Fetches the files of a source; throws an error whose message is a French sentence. */
export type Fetch = (source: SourceId) => Promise<Offer>;

export interface CheckOptions {
  dataDir: string;
  hand: Hand;
  fetch: Fetch;
  /** Whether an error of a fetch is for a person to read; any other is a bug, and is thrown. */
  isExpected: (cause: unknown) => cause is Error;
  /** Whether a proposed edition is accepted at once. */
  accepts?: (source: SourceId, proposal: Extract<Proposal, { outcome: 'proposed' }>) => boolean;
  report?: (source: SourceId, event: string | Checked) => void;
  /** Once it is aborted, no other source is asked. */
  signal?: AbortSignal;
  /** Told that every source was asked, before anybody else may ask. */
  ended?: () => Promise<void>;
}

/** What came of asking one source. */
export type Checked =
  | Proposal
  /** Proposed, then accepted at once. */
  | { outcome: 'accepted'; proposal: Extract<Proposal, { outcome: 'proposed' }> };

/**
 * Asks sources one after the other whether there is something new, and proposes what there is. What is
 * going on is noted, for the pages. `null` when somebody is already at it.
 */
export const checkSources = (
  database: Database,
  sources: readonly SourceId[],
  options: CheckOptions,
): Promise<Map<SourceId, Checked> | null> =>
  aloneToCheck(database, async () => {
    const results = new Map<SourceId, Checked>();
    for (const source of sources) {
      if (options.signal?.aborted) break;
      const result = await checkOne(database, source, options);
      results.set(source, result);
      options.report?.(source, result);
    }
    if (!options.signal?.aborted) await options.ended?.();
    return results;
  });

async function checkOne(database: Database, source: SourceId, options: CheckOptions): Promise<Checked> {
  const startedAt = new Date();
  const note = (rest: Partial<Check>): Promise<void> =>
    noteCheck(database, source, { ...UNDER_WAY, startedAt, ...rest });
  const step = async (text: string): Promise<void> => {
    options.report?.(source, text);
    await note({ step: text });
  };
  let result: Checked;
  try {
    await step(words.steps.fetching);
    const offer = await options.fetch(source);
    await step(words.steps.reading);
    result = await proposeThenAccept(database, offer, options);
  } catch (cause) {
    if (!options.isExpected(cause)) {
      await note({ endedAt: new Date(), outcome: 'failed', message: words.problems.unexpected });
      throw cause;
    }
    result = { outcome: 'failed', message: cause.message };
  }
  const outcome: CheckOutcome = result.outcome === 'accepted' ? 'loaded' : result.outcome;
  const message = result.outcome === 'failed' ? result.message : null;
  await note({ endedAt: new Date(), outcome, message });
  return result;
}

async function proposeThenAccept(
  database: Database,
  offer: Offer,
  { dataDir, hand, accepts, report }: CheckOptions,
): Promise<Checked> {
  const { source } = offer;
  const own = { dataDir, hand, report: (step: string) => report?.(source, step) };
  const proposal = await proposeEdition(database, offer, own);
  if (proposal.outcome !== 'proposed' || !accepts?.(source, proposal)) return proposal;
  const accepted = await acceptEdition(database, source, own);
  if (accepted.outcome === 'loaded') return { outcome: 'accepted', proposal };
  if (accepted.outcome === 'refused') return { outcome: 'refused', at: hand.now };
  return accepted.outcome === 'failed' ? accepted : proposal;
}

/** Puts in use an edition that somebody accepted, while no source is asked. `null` when somebody already is at it. */
export const acceptNoted = (
  database: Database,
  source: SourceId,
  options: AcceptOptions,
): Promise<Acceptance | null> =>
  aloneToCheck(database, async () => {
    const startedAt = new Date();
    const note = (rest: Partial<Check>): Promise<void> =>
      noteCheck(database, source, { ...UNDER_WAY, startedAt, ...rest });
    await note({ step: words.steps.loading });
    try {
      const accepted = await acceptEdition(database, source, options);
      const outcome = OUTCOME_OF[accepted.outcome];
      const message = accepted.outcome === 'failed' ? accepted.message : null;
      await note({ endedAt: new Date(), outcome, message });
      return accepted;
    } catch (cause) {
      await note({ endedAt: new Date(), outcome: 'failed', message: words.problems.unexpected });
      throw cause;
    }
  });

/** What a check is noted to have come to, of an acceptance. */
const OUTCOME_OF: Readonly<Record<Acceptance['outcome'], CheckOutcome>> = {
  loaded: 'loaded',
  none: 'unchanged',
  replaced: 'proposed',
  refused: 'refused',
  moved: 'proposed',
  failed: 'failed',
};
