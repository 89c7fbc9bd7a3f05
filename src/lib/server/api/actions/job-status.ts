import { z } from 'zod';
import { api } from '../../../messages/api.ts';
import { apiFields } from '../../../messages/api-fields.ts';
import { KEPT_MS } from '../jobs/job-limits.ts';
import type { Job, JobState, SitingDesk } from '../jobs/siting-desk.ts';
import { sitingResult, type SitingResult } from './siting-result.ts';

const words = apiFields.implantation.status;

const STATE_WORDS: Readonly<Record<JobState, string>> = {
  waiting: 'en-attente',
  running: 'en-cours',
  done: 'termine',
  stopped: 'arrete',
  failed: 'echec',
};

/** Where a search is, and the best it found so far. */
export const jobStatus = z.object({
  id: z.uuid().describe(words.id),
  adresse: z.url().describe(words.adresse),
  page: z.url().describe(words.page),
  etat: z.enum(Object.values(STATE_WORDS)).describe(words.etat),
  avant: z.int().min(0).nullable().describe(words.avant),
  demandeLe: z.iso.datetime().describe(words.demandeLe),
  commenceLe: z.iso.datetime().nullable().describe(words.commenceLe),
  termineLe: z.iso.datetime().nullable().describe(words.termineLe),
  gardeJusquAu: z.iso.datetime().nullable().describe(words.gardeJusquAu),
  duree: z.int().describe(words.duree),
  avancement: z.number().min(0).max(1).describe(words.avancement),
  ameliorations: z.int().min(0).describe(words.ameliorations),
  resultat: sitingResult.nullable().describe(words.resultat),
  erreur: z.string().nullable().describe(words.erreur),
});

const iso = (date: Date | null): string | null => date?.toISOString() ?? null;

/** Where a search is. `origin` and `root` make its address. */
export function jobStatusOf(
  job: Job<SitingResult>,
  desk: SitingDesk<SitingResult>,
  { origin, root, now }: { origin: string; root: string; now: Date },
): z.infer<typeof jobStatus> {
  const { id, state, question, orderedAt, startedAt, endedAt, seconds, improvements, result } = job;
  // It may have begun since the request came.
  const elapsed = startedAt === null ? 0 : Math.max(0, (endedAt ?? now).getTime() - startedAt.getTime());
  return {
    id,
    adresse: `${origin}${root}/implantation/${id}`,
    page: `${origin}/implantation${question === '' ? '' : `?${question}`}`,
    etat: STATE_WORDS[state],
    avant: state === 'waiting' ? Math.max(0, desk.before(job)) : null,
    demandeLe: orderedAt.toISOString(),
    commenceLe: iso(startedAt),
    termineLe: iso(endedAt),
    gardeJusquAu: endedAt && iso(new Date(endedAt.getTime() + KEPT_MS)),
    duree: seconds,
    avancement: endedAt ? 1 : Math.min(1, elapsed / (1000 * seconds)),
    ameliorations: improvements,
    resultat: result,
    erreur: state === 'failed' ? api.jobs.failed : null,
  };
}
