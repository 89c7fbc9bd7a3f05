import { fail, redirect } from '@sveltejs/kit';
import { tableaux } from '#lib/messages/tableaux.ts';
import { appDatabase, jobContext, tableDesk } from '#lib/server/app.ts';
import { closedTo, handOfVisitor, refusal, type Asking } from '#lib/server/guard.ts';
import { sentFile } from '#lib/server/intake/sent-file.ts';
import { openJob } from '#lib/server/jobs/open-job.ts';
import { TableJob } from '#lib/server/jobs/table-job.ts';
import { readOwnTable, type OwnTable } from '#lib/server/queries/own-tables.ts';
import type { Actions, PageServerLoad } from './$types';

const words = tableaux.import;

/** The table that an address says to replace, where it is one’s own: `undefined` where it is not. */
async function replacedTable(event: Asking): Promise<OwnTable | null | undefined> {
  const asked = event.url.searchParams.get('remplace');
  if (asked === null) return null;
  const { owner } = await handOfVisitor(event);
  const table = /^\d{1,9}$/.test(asked) ? await readOwnTable(appDatabase(), Number(asked), owner) : null;
  return table && table.owner === owner ? table : undefined;
}

/** Where a table comes in: its file. */
export const load: PageServerLoad = async (event) => {
  const closed = await closedTo(event, 'import-lists');
  if (closed) return { closed, replaces: null, underWay: [], problem: null };
  const replaced = await replacedTable(event);
  const { owner } = await handOfVisitor(event);
  return {
    closed,
    replaces: replaced ? { id: replaced.id, name: replaced.name } : null,
    underWay: tableDesk
      .underWay(owner)
      .map(({ token, file }) => ({ href: `/tableaux/importer/${token}`, file })),
    problem: replaced === undefined ? words.notYours : null,
  };
};

export const actions: Actions = {
  send: async (event) => {
    const refused = await refusal(event, 'import-lists');
    if (refused) return fail(refused.status, { problem: refused.problem });
    const file = sentFile(await event.request.formData(), words.tooBig);
    if (!(file instanceof File)) return fail(file.status, { problem: file.problem });
    const replaces = await replacedTable(event);
    if (replaces === undefined) return fail(403, { problem: words.notYours });
    const { owner, account, now } = await handOfVisitor(event);
    const job = await openJob(
      tableDesk,
      file,
      now,
      (path) => new TableJob(jobContext(), path, file.name, replaces, { owner, account }),
    );
    if (!job) return fail(429, { problem: words.tooMany });
    redirect(303, `/tableaux/importer/${job.token}`);
  },
};
