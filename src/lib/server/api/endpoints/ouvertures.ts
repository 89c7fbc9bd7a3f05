import { z } from 'zod';
import { api } from '../../../messages/api.ts';
import { apiFields } from '../../../messages/api-fields.ts';
import { openingSchema, sitingResult, type SitingResult } from '../actions/siting-result.ts';
import { LOOK_AGAIN_S, unknownJob } from '../actions/looked-at.ts';
import { listEndpoint, type Context } from '../endpoint.ts';
import { ApiProblem } from '../problem.ts';

const words = apiFields.ouvertures;

const row = openingSchema.extend({
  qui: sitingResult.shape.qui,
  compte: sitingResult.shape.compte,
  prouve: sitingResult.shape.prouve,
  ecartMaximal: sitingResult.shape.ecartMaximal,
  sources: z.array(z.string()).describe(apiFields.communesHorsDePortee.row.sources),
});

type Opening = SitingResult['ouvertures'][number];

const idOf = ({ rang }: Opening): string => `ouverture-${rang}`;

/** Where a search that ended says to open, as rows: for tables and maps. */
export const ouvertures = listEndpoint({
  id: 'listerOuvertures',
  path: '/implantation/{calcul}/ouvertures',
  title: words.title,
  text: words.text,
  example: null,
  scope: 'read',
  problems: ['sans-resultat'],
  params: z.strictObject({ calcul: z.string().max(40).describe(apiFields.implantation.calcul) }),
  query: z.strictObject({}),
  row,
  geometry: 'points',
  list(context, { params }) {
    const {
      qui,
      compte,
      prouve,
      ecartMaximal,
      ouvertures: items,
      avertissements,
      sources,
    } = foundBy(context, params.calcul);
    const ids = sources.map(({ id }) => id);
    return {
      items,
      rowOf: (one: Opening) => ({ ...one, qui, compte, prouve, ecartMaximal, sources: ids }),
      idOf,
      geometries: (some: readonly Opening[]) => Promise.resolve(pointsOf(some)),
      sources,
      notes: avertissements,
      name: 'ouvertures',
    };
  },
});

/** What a search of who asks found. Throws a problem while it goes on: a table does not say that it is not the last. */
function foundBy({ jobs, asker, now }: Context, id: string): SitingResult {
  const job = asker.kind === 'key' ? jobs.find(id, asker.id, now) : null;
  if (!job) throw unknownJob();
  if (job.endedAt === null)
    throw new ApiProblem('sans-resultat', api.jobs.unfinished, { headers: { 'retry-after': LOOK_AGAIN_S } });
  if (!job.result)
    throw new ApiProblem('sans-resultat', job.state === 'failed' ? api.jobs.failed : api.jobs.stopped);
  return job.result;
}

/** Where openings are, by their ids; those in premises that are not redistributed have no point. */
const pointsOf = (openings: readonly Opening[]): Map<string, GeoJSON.Point> =>
  new Map(
    openings.flatMap((one) =>
      one.latitude === null || one.longitude === null
        ? []
        : [[idOf(one), { type: 'Point' as const, coordinates: [one.longitude, one.latitude] }] as const],
    ),
  );
