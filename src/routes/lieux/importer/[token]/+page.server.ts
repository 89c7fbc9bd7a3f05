import { fail, redirect } from '@sveltejs/kit';
import { INTAKE_FIELDS, FIELD_LABELS, type IntakeField } from '#lib/domain/places/intake/fields.ts';
import type { Severity } from '#lib/domain/places/intake/problem.ts';
import { gestion } from '#lib/messages/lieux-gestion.ts';
import { intakeDesk } from '#lib/server/app.ts';
import type { Asking } from '#lib/server/guard.ts';
import { heldJob } from '#lib/server/job-guard.ts';
import type { IntakeJob } from '#lib/server/jobs/intake-job.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

const words = gestion.intake;

/** Values of a column shown beside it: enough to know it. */
const SAMPLES = 3;

/** Problems shown on the page: the file to download has them all. */
const SHOWN_PROBLEMS = 200;

const jobOf = (event: Asking & Pick<RequestEvent, 'params'>) => heldJob(event, intakeDesk, words.gone);

/** Where the import stands: what the page of its stage shows. */
export const load: PageServerLoad = async (event) => {
  event.setHeaders({ 'cache-control': 'no-store' });
  const job = await jobOf(event);
  const { stage, progress, file, problem, table, result } = job;
  return {
    stage,
    progress,
    file,
    problem,
    table: table && { format: table.format, sheet: table.sheet, rows: table.rows.length },
    columns: stage === 'columns' ? columnsOf(job) : null,
    checked: stage === 'checked' ? checkedOf(job, event.url.searchParams.get('nature')) : null,
    result: result && {
      id: result.id,
      counts: [result.created, result.updated, result.unchanged, result.refused],
    },
  };
};

function columnsOf({ table, guesses, mapping, remembered }: IntakeJob) {
  return {
    remembered,
    fields: INTAKE_FIELDS.map((field) => ({ field, label: FIELD_LABELS[field] })),
    list: (table?.headings ?? []).map((heading, at) => ({
      heading,
      field: mapping[at] ?? 'ignored',
      why: guesses[at]?.field === mapping[at] ? (guesses[at]?.why ?? '') : '',
      samples: [...new Set((table?.rows ?? []).slice(0, 50).map((row) => row[at] ?? ''))]
        .filter((value) => value !== '')
        .slice(0, SAMPLES),
    })),
  };
}

const SEVERITIES: readonly Severity[] = ['refused', 'repaired', 'warning'];

function checkedOf({ checked }: IntakeJob, asked: string | null) {
  if (!checked) return null;
  const nature = SEVERITIES.find((one) => one === asked) ?? null;
  const problems = checked.rows.flatMap(({ line, problems: own }) => own.map((one) => ({ line, ...one })));
  const kept = nature === null ? problems : problems.filter(({ severity }) => severity === nature);
  const { created, updated, unchanged, refused } = checked.changes;
  return {
    nature,
    counts: {
      created: created.length,
      updated: updated.length,
      unchanged: unchanged.length,
      refused: refused.length,
    },
    found: Object.fromEntries(
      SEVERITIES.map((one) => [one, problems.filter(({ severity }) => severity === one).length]),
    ) as Record<Severity, number>,
    located: checked.located,
    interrupted: checked.interrupted,
    total: kept.length,
    problems: kept.slice(0, SHOWN_PROBLEMS).map(({ line, column, severity, message }) => ({
      line,
      column,
      severity,
      message,
    })),
  };
}

export const actions: Actions = {
  check: async (event) => {
    const job = await jobOf(event);
    const form = await event.request.formData();
    const fields = form
      .getAll('champ')
      .map((one) => INTAKE_FIELDS.find((known) => known === one) ?? 'ignored');
    const problem = mappingProblem(fields);
    if (problem) {
      job.mapping = fields;
      return fail(400, { problem });
    }
    job.check(fields);
    redirect(303, event.url.pathname);
  },
  back: async (event) => {
    (await jobOf(event)).reconsider();
    redirect(303, event.url.pathname);
  },
  confirm: async (event) => {
    (await jobOf(event)).confirm();
    redirect(303, event.url.pathname);
  },
  cancel: async (event) => {
    await intakeDesk.close((await jobOf(event)).token);
    redirect(303, '/lieux/importer');
  },
};

/** Why columns cannot be read so; `null` when they can. */
function mappingProblem(fields: readonly IntakeField[]): string | null {
  if (!fields.includes('nom')) return words.columns.noName;
  const twice = fields.find((field, at) => field !== 'ignored' && fields.indexOf(field) !== at);
  return twice ? words.columns.twice(FIELD_LABELS[twice]) : null;
}
