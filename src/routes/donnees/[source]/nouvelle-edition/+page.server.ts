import { error, fail, redirect } from '@sveltejs/kit';
import { isSourceId, type SourceId } from '#lib/domain/indicators/source.ts';
import { formatDate, formatDateTime } from '#lib/format/date.ts';
import { editions as words } from '#lib/messages/editions.ts';
import { appDatabase, currentData } from '#lib/server/app.ts';
import { askAcceptance, refuseEdition } from '#lib/server/editions/accept.ts';
import { basisOf, isSameBasis } from '#lib/server/editions/basis.ts';
import {
  isChecking,
  isUnderWay,
  noteCheck,
  readChecks,
  UNDER_WAY,
  type Check,
} from '#lib/server/editions/checks.ts';
import { proposalOf, readPending, type PendingEdition } from '#lib/server/editions/pending.ts';
import { startData } from '#lib/server/editions/start-data.ts';
import { tellChanges } from '#lib/server/editions/tell-changes.ts';
import { handOfVisitor, refusal, requireRight } from '#lib/server/guard.ts';
import type { Actions, PageServerLoad } from './$types';

/** The source of the address; a new edition of anything else waits nowhere. */
function sourceOf(params: { source: string }): SourceId {
  if (!isSourceId(params.source)) error(404, words.problems.gone);
  return params.source;
}

/** Whether somebody accepted it, and it is being put in use. */
const isAccepting = ({ acceptedAt }: PendingEdition, check: Check | undefined, busy: boolean): boolean =>
  acceptedAt !== null && check !== undefined && isUnderWay(check, busy, new Date());

/** A new edition, with what it would change. */
export const load: PageServerLoad = async (event) => {
  await requireRight(event, 'load-data');
  const source = sourceOf(event.params);
  const database = appDatabase();
  const pending = await readPending(database, source);
  const data = await currentData();
  const inUse = data.versions.get(source);
  if (!pending || !inUse) {
    // Accepted, or replaced meanwhile: what came of it is said there.
    if (inUse) redirect(303, `/donnees#${source}`);
    error(404, words.problems.gone);
  }
  const check = (await readChecks(database)).find((one) => one.source === source);
  const busy = await isChecking(database);
  return {
    source,
    title: inUse.title,
    inUse: { version: inUse.id, edition: inUse.edition, loaded: formatDate(inUse.loadedAt) },
    fetched: formatDateTime(pending.fetchedAt),
    proposed: formatDateTime(pending.proposedAt),
    files: pending.files.map(({ name, url, sha256 }) => ({ name, url, sha256 })),
    refused: pending.refusedAt && formatDateTime(pending.refusedAt),
    /** Sent back with the choice: nobody chooses for an edition that they did not read. */
    proposal: proposalOf(pending),
    accepting: isAccepting(pending, check, busy),
    problem: check?.outcome === 'failed' ? check.message : null,
    stale: !isSameBasis(basisOf(source, data.versions), pending.basis),
    told: tellChanges(pending.changes, data.territories),
  };
};

/** The proposal that the form was made for. */
const proposalRead = async (request: Request): Promise<string> =>
  String((await request.formData()).get('proposition') ?? '');

export const actions: Actions = {
  accept: async (event) => {
    const refused = await refusal(event, 'load-data');
    if (refused) return fail(refused.status, { problem: refused.problem });
    const source = sourceOf(event.params);
    const database = appDatabase();
    const proposal = await proposalRead(event.request);
    const pending = await readPending(database, source);
    if (!pending) error(404, words.problems.gone);
    if (proposalOf(pending) !== proposal) return fail(409, { problem: words.problems.replaced });
    const busy = await isChecking(database);
    const check = (await readChecks(database)).find((one) => one.source === source);
    // Sent twice: it is being done.
    if (isAccepting(pending, check, busy)) redirect(303, event.url.pathname);
    if (busy) return fail(409, { problem: words.problems.busy });
    const hand = await handOfVisitor(event);
    if (!(await askAcceptance(database, hand, source, proposal)))
      return fail(409, { problem: words.problems.replaced });
    await noteCheck(database, source, { ...UNDER_WAY, startedAt: hand.now, step: words.steps.loading });
    startData(['accept', source, '--proposal', proposal]);
    redirect(303, event.url.pathname);
  },
  refuse: async (event) => {
    const refused = await refusal(event, 'load-data');
    if (refused) return fail(refused.status, { problem: refused.problem });
    const source = sourceOf(event.params);
    const database = appDatabase();
    const proposal = await proposalRead(event.request);
    if (!(await refuseEdition(database, await handOfVisitor(event), source, proposal))) {
      const pending = await readPending(database, source);
      if (!pending) error(404, words.problems.gone);
      if (proposalOf(pending) !== proposal) return fail(409, { problem: words.problems.replaced });
    }
    redirect(303, `/donnees#${source}`);
  },
};
