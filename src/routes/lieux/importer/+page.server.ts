import { fail, redirect } from '@sveltejs/kit';
import { formatCount, formatNumber } from '#lib/format/number.ts';
import { gestion } from '#lib/messages/lieux-gestion.ts';
import { appDatabase, dataChanged, intakeContext, intakeDesk } from '#lib/server/app.ts';
import { closedTo, handOfVisitor, refusal } from '#lib/server/guard.ts';
import { sentFile } from '#lib/server/intake/sent-file.ts';
import { IntakeJob } from '#lib/server/jobs/intake-job.ts';
import { openJob } from '#lib/server/jobs/open-job.ts';
import { undoImport } from '#lib/server/places/import-list.ts';
import { readImports, readLists, type ListChoice } from '#lib/server/places/lists.ts';
import type { Actions, PageServerLoad } from './$types';

const words = gestion.intake;

/** Longest name of a list. */
const MAX_NAME = 120;

/** Where an import starts, and the imports before it. */
export const load: PageServerLoad = async (event) => {
  const closed = await closedTo(event, 'import-lists');
  if (closed) return { closed, lists: [], imports: [], underWay: [], alone: false };
  const database = appDatabase();
  const { owner } = await handOfVisitor(event);
  return {
    closed,
    alone: owner === null,
    underWay: intakeDesk
      .underWay(owner)
      .map(({ token, file }) => ({ href: `/lieux/importer/${token}`, file })),
    lists: (await readLists(database, owner)).map(({ id, name }) => ({ id, name })),
    imports: (await readImports(database, owner)).map(({ import: one, list }) => ({
      id: one.id,
      at: one.at,
      list: list.name,
      file: one.file,
      counts: [one.created, one.updated, one.unchanged, one.refused],
      undoneAt: one.undoneAt,
    })),
  };
};

function listOf(form: FormData): ListChoice | string {
  const chosen = String(form.get('liste') ?? '');
  const name = String(form.get('nom') ?? '')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, MAX_NAME);
  if (/^\d+$/.test(chosen)) return { id: Number(chosen), name: '', shared: false };
  return name === '' ? words.noName : { id: null, name, shared: form.get('partage') === 'on' };
}

export const actions: Actions = {
  send: async (event) => {
    const refused = await refusal(event, 'import-lists');
    if (refused) return fail(refused.status, { problem: refused.problem });
    const form = await event.request.formData();
    const file = sentFile(form, words.tooBig);
    if (!(file instanceof File)) return fail(file.status, { problem: file.problem });
    const list = listOf(form);
    if (typeof list === 'string') return fail(400, { problem: list });
    const { owner, account, now } = await handOfVisitor(event);
    if (list.id !== null && !(await readLists(appDatabase(), owner)).some(({ id }) => id === list.id))
      return fail(403, { problem: words.notYours });
    const job = await openJob(
      intakeDesk,
      file,
      now,
      (path) => new IntakeJob(intakeContext(), path, file.name, list, { owner, account }),
    );
    if (!job) return fail(429, { problem: words.tooMany });
    redirect(303, `/lieux/importer/${job.token}`);
  },
  undo: async (event) => {
    const refused = await refusal(event, 'import-lists');
    if (refused) return fail(refused.status, { problem: refused.problem });
    const id = Number((await event.request.formData()).get('import'));
    if (!Number.isInteger(id)) return fail(400, { problem: words.history.already });
    const undone = await undoImport(appDatabase(), id, await handOfVisitor(event));
    if (!undone) return fail(409, { problem: words.history.already });
    await dataChanged();
    const kept = undone.kept > 0 ? words.history.keptSince(formatNumber(undone.kept)) : '';
    return { undone: words.history.undoneNow(formatCount(undone.restored, words.history.record), kept) };
  },
};
