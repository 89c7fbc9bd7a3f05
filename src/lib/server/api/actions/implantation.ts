import { z } from 'zod';
import { api } from '../../../messages/api.ts';
import { apiFields } from '../../../messages/api-fields.ts';
import { ecarts as gapWords } from '../../../messages/ecarts.ts';
import { readSitingView, SITING_PARAMETERS, writeSitingView } from '../../../view/siting-view.ts';
import { PLACE_SOURCES } from '../../../domain/report/help.ts';
import { loadedSources } from '../../export/loaded-sources.ts';
import { askedTerritory } from '../../gaps/gaps-territory.ts';
import { groupText } from '../../gaps/words.ts';
import { askedOf, excessOf, frameOf, strangers } from '../../siting/asked.ts';
import { action, type KeyedContext } from '../action.ts';
import { asReader } from '../as-reader.ts';
import { territoryAsked } from '../endpoints/asked-territory.ts';
import type { Job } from '../jobs/siting-desk.ts';
import { ApiProblem } from '../problem.ts';
import { quoted } from '../read-query.ts';
import { toldSources } from '../source-schema.ts';
import { jobStatus, jobStatusOf } from './job-status.ts';
import { LOOK_AGAIN_S, unknownJob } from './looked-at.ts';
import { sitingBody, sitingParameters } from './siting-body.ts';
import { sitingResultOf, type SitingResult } from './siting-result.ts';

const words = apiFields.implantation;

const jobParams = z.strictObject({ calcul: z.string().max(40).describe(words.calcul) });

/** The actions on searches of where to open; `root` is where the interface stands. */
export function implantation(root: string) {
  const statusOf = (context: KeyedContext, job: Job<SitingResult>) =>
    jobStatusOf(job, context.jobs, { origin: context.origin, root, now: context.now });

  const found = (context: KeyedContext, job: Job<SitingResult> | null): Job<SitingResult> => {
    if (job) return job;
    throw unknownJob();
  };

  const order = action({
    id: 'demanderImplantation',
    method: 'post',
    scope: 'write',
    path: '/implantation',
    title: words.order.title,
    text: words.order.text,
    params: z.strictObject({}),
    body: sitingBody,
    answers: { 202: { text: words.order.done, schema: jobStatus } },
    problems: ['trop-grand', 'trop-de-calculs', 'non-charge'],
    act(context, { body }) {
      const job = ordered(context, body);
      return {
        status: 202,
        body: statusOf(context, job),
        headers: { location: `${root}/implantation/${job.id}`, 'retry-after': LOOK_AGAIN_S },
      };
    },
  });

  const look = action({
    id: 'lireImplantation',
    method: 'get',
    scope: 'read',
    path: '/implantation/{calcul}',
    title: words.look.title,
    text: words.look.text,
    params: jobParams,
    body: null,
    answers: { 200: { text: words.look.done, schema: jobStatus } },
    problems: ['introuvable'],
    act(context, { params }) {
      const { jobs, asker, now } = context;
      const job = found(context, jobs.find(params.calcul, asker.id, now));
      return {
        status: 200,
        body: statusOf(context, job),
        ...(job.endedAt === null && { headers: { 'retry-after': LOOK_AGAIN_S } }),
      };
    },
  });

  const stop = action({
    id: 'arreterImplantation',
    method: 'delete',
    scope: 'write',
    path: '/implantation/{calcul}',
    title: words.stop.title,
    text: words.stop.text,
    params: jobParams,
    body: null,
    answers: { 200: { text: words.stop.done, schema: jobStatus } },
    problems: ['introuvable'],
    act(context, { params }) {
      const { jobs, asker, now } = context;
      const job = found(context, jobs.stop(params.calcul, asker.id, now));
      return { status: 200, body: statusOf(context, job) };
    },
  });

  return { order, look, stop };
}

/** Orders a search. Throws a problem for a question that is not understood, or is more than can be waited for. */
function ordered(context: KeyedContext, body: z.infer<typeof sitingBody>): Job<SitingResult> {
  const { data, asker, jobs, now, today } = context;
  const { view, ignored } = readSitingView(sitingParameters(body));
  const faults = ignored.map(({ parameter, value }) => ({
    parametre: parameter === 'unknown' ? quoted(value) : SITING_PARAMETERS[parameter],
    detail: api.faults.value(
      parameter === 'unknown' ? quoted(value) : SITING_PARAMETERS[parameter],
      quoted(value),
    ),
  }));
  if (faults.length > 0) throw new ApiProblem('parametres', api.faults.whole(faults.length), { faults });
  territoryAsked(data.territories, SITING_PARAMETERS.within, String(body[SITING_PARAMETERS.within]));
  const { territory } = askedTerritory(data, view.within);
  if (!territory) throw new ApiProblem('non-charge', gapWords.empty.places);
  if (view.unit === 'min' && !data.travel) throw new ApiProblem('non-charge', api.problems.noTravel);
  const [stranger] = strangers(data, view, territory);
  if (stranger !== undefined) {
    const detail = api.jobs.stranger(stranger);
    throw new ApiProblem('parametres', detail, { faults: [{ parametre: 'avec', detail }] });
  }
  const excess = excessOf(data, view, territory);
  if (excess !== null) throw new ApiProblem('trop-grand', excess);
  const job = jobs.order(
    {
      holder: asker.id,
      question: writeSitingView(view),
      seconds: body.duree,
      // Its turn may come when another search ends, on behalf of nobody: it still sees what who ordered it may.
      begin: () =>
        asReader(context, () => {
          const frame = frameOf(data, view, territory, today);
          const group = groupText(view.group);
          const told = {
            group: group.many,
            hasBudget: view.budget !== null,
            sources: toldSources(loadedSources(data, ['cog-2026', ...group.sources, ...PLACE_SOURCES])),
          };
          return {
            frame,
            asked: askedOf(data, view),
            tell: (proposal) => sitingResultOf(data, frame, proposal, told),
          };
        }),
    },
    now,
  );
  if (!job) throw new ApiProblem('trop-de-calculs', api.jobs.tooMany, { headers: { 'retry-after': '30' } });
  return job;
}
