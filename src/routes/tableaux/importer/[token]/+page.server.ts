import { fail, redirect } from '@sveltejs/kit';
import type { TableDescription } from '#lib/domain/tables/description.ts';
import { tableaux } from '#lib/messages/tableaux.ts';
import { currentData, tableDesk } from '#lib/server/app.ts';
import { visitorOf, type Asking } from '#lib/server/guard.ts';
import { heldJob } from '#lib/server/job-guard.ts';
import { descriptionOf, readDescriptionForm } from '#lib/server/tables/description-form.ts';
import { readReadingForm } from '#lib/server/tables/reading-form.ts';
import { shownReport } from '#lib/tables/shown-report.ts';
import { shownColumns } from './shown-columns.server.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

const jobOf = (event: Asking & Pick<RequestEvent, 'params'>) =>
  heldJob(event, tableDesk, tableaux.import.gone);

/** A table that nobody described yet: named after its file, private. */
const undescribed = (file: string): TableDescription => ({
  name: file.replace(/\.[a-z]+$/i, '').replace(/[_-]+/g, ' '),
  producer: '',
  year: '',
  edition: '',
  page: '',
  licence: 'internal',
  shared: false,
});

/** Where the bringing of a table stands: what the page of its stage shows. */
export const load: PageServerLoad = async (event) => {
  event.setHeaders({ 'cache-control': 'no-store' });
  const job = await jobOf(event);
  const { stage, progress, file, problem, table, joined, replaces } = job;
  if (stage === 'done' && job.kept !== null) redirect(303, `/tableaux/${job.kept}?garde=1`);
  const described = job.description ?? (replaces ? descriptionOf(replaces) : undescribed(file));
  return {
    stage,
    progress,
    file,
    problem,
    replaces: replaces && { id: replaces.id, name: replaces.name },
    alone: (await visitorOf(event)).kind === 'single',
    table: table && { format: table.format, sheet: table.sheet, rows: table.rows.length },
    columns: stage === 'columns' ? shownColumns(job) : null,
    joined:
      stage === 'joined' && joined && job.joinedAs
        ? { report: shownReport(joined.report, job.joinedAs), described }
        : null,
  };
};

export const actions: Actions = {
  join: async (event) => {
    const job = await jobOf(event);
    if (!job.table) redirect(303, event.url.pathname);
    const { territories } = await currentData();
    const former = job.replaces?.reading ?? null;
    const { reading, problem } = readReadingForm(
      await event.request.formData(),
      job.table,
      territories,
      former,
    );
    if (problem) {
      job.reconsider(reading);
      return fail(400, { problem });
    }
    job.join(reading);
    redirect(303, event.url.pathname);
  },
  back: async (event) => {
    (await jobOf(event)).reconsider();
    redirect(303, event.url.pathname);
  },
  keep: async (event) => {
    const job = await jobOf(event);
    const { description, problem } = readDescriptionForm(await event.request.formData());
    job.description = description;
    if (problem) return fail(400, { problem });
    job.keep(description);
    redirect(303, event.url.pathname);
  },
  cancel: async (event) => {
    await tableDesk.close((await jobOf(event)).token);
    redirect(303, '/tableaux/importer');
  },
};
