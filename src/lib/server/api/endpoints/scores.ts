import { z } from 'zod';
import { indicator } from '../../../domain/indicators/catalogue.ts';
import { cellAt } from '../../../domain/indicators/column.ts';
import { indexIndicator } from '../../../domain/need/index-indicator.ts';
import { ingredientsOf, isRestricted } from '../../../domain/need/recipe.ts';
import { MAP_LEVELS } from '../../../domain/territory/level.ts';
import { slugOf } from '../../../domain/territory/slug.ts';
import type { Territory } from '../../../domain/territory/territory.ts';
import { api } from '../../../messages/api.ts';
import { apiFields } from '../../../messages/api-fields.ts';
import { formatPercent } from '../../../format/number.ts';
import { indices } from '../../../messages/indices.ts';
import { NORMALISATION_WORDS, readIndex, REFERENCE_WORDS } from '../../../view/index-view.ts';
import { STATE_WORDS } from '../../../view/state-words.ts';
import { loadedSources } from '../../export/loaded-sources.ts';
import { scoresOf } from '../../queries/scores.ts';
import { listEndpoint } from '../endpoint.ts';
import { ApiProblem } from '../problem.ts';
import { quoted } from '../read-query.ts';
import { toldSources } from '../source-schema.ts';
import { territoriesWithin, territoryAsked } from './asked-territory.ts';
import { stateSchema } from './cell-fields.ts';
import { outlinesOf } from './outlines-of.ts';

const words = apiFields.scores;

/** What an address may compare with: a perimeter is of a page. */
const REFERENCES = Object.values(REFERENCE_WORDS).filter((word) => word !== REFERENCE_WORDS.perimeter);

const row = z.object({
  rang: z.int().min(1).nullable().describe(words.row.rang),
  slug: z.string().describe(apiFields.territory.slug),
  code: z.string().describe(apiFields.territory.code),
  niveau: z.enum(MAP_LEVELS).describe(apiFields.territory.niveau),
  nom: z.string().describe(apiFields.territory.nom),
  departement: z.string().nullable().describe(apiFields.territory.departement),
  population: z.int().min(0).nullable().describe(apiFields.territory.population),
  score: z.number().nullable().describe(words.row.score),
  etat: stateSchema,
  poidsConnu: z.number().min(0).max(1).describe(words.row.poidsConnu),
  unite: z.string().describe(words.row.unite),
});

/** The ranking of an index written as in the address of `/indices`. */
export const scores = listEndpoint({
  id: 'listerScores',
  path: '/scores',
  title: words.title,
  text: words.text,
  example: '/scores?niveau=departement',
  problems: ['non-redistribuable'],
  params: z.strictObject({}),
  query: z.strictObject({
    x: z.string().max(2_000).optional().describe(words.x),
    xm: z.enum(Object.values(NORMALISATION_WORDS)).optional().describe(words.xm),
    xr: z.enum(REFERENCES).optional().describe(words.xr),
    xs: z.string().max(3).optional().describe(words.xs),
    niveau: z.enum(MAP_LEVELS).default('commune').describe(words.niveau),
    dans: z.string().max(80).optional().describe(words.dans),
    estimations: z.enum(['0', '1']).default('1').describe(words.estimations),
  }),
  row,
  geometry: 'outlines',
  list({ data, database }, { query }) {
    const { niveau, dans, estimations } = query;
    const { index, problems } = readIndex((name) => query[name as 'x' | 'xm' | 'xr' | 'xs'] ?? null);
    if (problems.length > 0)
      throw new ApiProblem('parametres', api.faults.whole(problems.length), {
        faults: problems.map(({ parameter, value, reason }) => ({
          parametre: parameter,
          detail: api.faults.index[reason](quoted(value)),
        })),
      });
    const { recipe } = index;
    if (isRestricted(recipe)) throw new ApiProblem('non-redistribuable', indices.ranking.restricted);
    const within = dans === undefined ? null : territoryAsked(data.territories, 'dans', dans);
    const { column, ranks } = scoresOf(data, {
      recipe,
      level: niveau,
      estimates: estimations === '1',
    });
    const { unit } = indexIndicator(recipe, '');
    const rankOf = (ordinal: number): number => ranks[ordinal] || Number.POSITIVE_INFINITY;
    const items = [...territoriesWithin(data.territories, niveau, within)].sort(
      (a, b) => rankOf(a.ordinal) - rankOf(b.ordinal) || a.ordinal - b.ordinal,
    );
    return {
      items,
      rowOf: ({ level, code, name, ordinal, departement, population }: Territory) => {
        const { value, state, cover } = cellAt(column, ordinal);
        const rank = ranks[ordinal] ?? 0;
        return {
          rang: rank > 0 ? rank : null,
          slug: slugOf(level, code),
          code,
          niveau: level as (typeof MAP_LEVELS)[number],
          nom: name,
          departement,
          population,
          score: rank > 0 ? value : null,
          etat: STATE_WORDS[state],
          poidsConnu: cover,
          unite: unit,
        };
      },
      idOf: ({ level, code }: Territory) => slugOf(level, code),
      geometries: (some: readonly Territory[], among) => outlinesOf(database, some, among),
      sources: toldSources(
        loadedSources(data, [
          'cog-2026',
          ...ingredientsOf(recipe).map(({ indicator: id }) => indicator(id).source),
        ]),
      ),
      notes: [
        `${indices.composer.normalisation} : ${indices.composer.normalisations[recipe.normalisation]}.`,
        `${indices.composer.reference} : ${indices.composer.references[recipe.reference]}.`,
        ...(recipe.normalisation === 'people'
          ? []
          : [indices.legend.threshold(formatPercent(recipe.threshold * 100))]),
      ],
      name: `scores-${niveau}`,
    };
  },
});
