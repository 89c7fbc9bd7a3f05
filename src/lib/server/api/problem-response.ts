import { z } from 'zod';
import { api } from '../../messages/api.ts';
import { apiFields } from '../../messages/api-fields.ts';
import type { ApiProblem } from './problem.ts';

const words = apiFields.problem;

/** The page that explains problems: each kind has a paragraph. */
export const PROBLEMS_PAGE = '/api#probleme-';

/** A problem as it is sent (RFC 9457). */
export const problemSchema = z
  .object({
    type: z.string().describe(words.type),
    title: z.string().describe(words.title),
    status: z.int().min(400).max(599).describe(words.status),
    detail: z.string().describe(words.detail),
    instance: z.string().describe(words.instance),
    erreurs: z
      .array(
        z.object({
          parametre: z.string().describe(words.parametre),
          detail: z.string().describe(words.fault),
        }),
      )
      .describe(words.erreurs),
  })
  .describe(words.whole);

/** Sends a problem, with the address that met it. */
export function problemResponse(problem: ApiProblem, url: URL): Response {
  const body: z.infer<typeof problemSchema> = {
    type: `${url.origin}${PROBLEMS_PAGE}${problem.kind}`,
    title: api.problems.titles[problem.kind],
    status: problem.status,
    detail: problem.message,
    instance: url.pathname + url.search,
    erreurs: problem.faults.map(({ parametre, detail }) => ({ parametre, detail })),
  };
  return new Response(JSON.stringify(body), {
    status: problem.status,
    headers: {
      'content-type': 'application/problem+json; charset=utf-8',
      'cache-control': 'no-store',
      ...problem.headers,
    },
  });
}
