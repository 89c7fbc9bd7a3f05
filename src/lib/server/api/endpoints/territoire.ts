import { z } from 'zod';
import { indicatorsInUse, mayRedistribute } from '../../../domain/indicators/catalogue.ts';
import { cellAt } from '../../../domain/indicators/column.ts';
import { LEVELS } from '../../../domain/territory/level.ts';
import { slugOf } from '../../../domain/territory/slug.ts';
import type { Territory } from '../../../domain/territory/territory.ts';
import { api } from '../../../messages/api.ts';
import { apiFields } from '../../../messages/api-fields.ts';
import { exports as exported } from '../../../messages/exports.ts';
import { sourceNotice, type FigureSource } from '../../../domain/indicators/source.ts';
import { loadedSources } from '../../export/loaded-sources.ts';
import { findTerritory } from '../../queries/find-territory.ts';
import type { Snapshot } from '../../queries/snapshot.ts';
import { documentEndpoint, type Context } from '../endpoint.ts';
import { ApiProblem } from '../problem.ts';
import { quoted } from '../read-query.ts';
import { closedNotes, sourceSchema, toldSources } from '../source-schema.ts';
import { cellFields, cellFieldsOf } from './cell-fields.ts';
import { outlinesOf } from './outlines-of.ts';
import { territoryRow, territoryRowOf } from './territory-row.ts';

const words = apiFields.territoire;

const figure = z.object({
  indicateur: z.string().describe(apiFields.valeurs.row.indicateur),
  ...cellFields,
  unite: z.string().describe(apiFields.valeurs.row.unite),
  annee: z.string().describe(apiFields.valeurs.row.annee),
  source: z.string().describe(apiFields.valeurs.row.source),
});

const answer = territoryRow.extend({
  parents: z
    .array(z.object({ slug: z.string(), niveau: z.enum(LEVELS), nom: z.string() }))
    .describe(words.parents),
  communes: z.int().min(0).describe(words.communes),
  emprise: z.tuple([z.number(), z.number(), z.number(), z.number()]).nullable().describe(words.emprise),
  page: z.url().describe(words.page),
  indicateurs: z.array(figure).describe(words.indicateurs),
  avertissements: z.array(z.string()).describe(apiFields.list.avertissements),
  sources: z.array(sourceSchema).describe(apiFields.list.sources),
});

/** One territory: what it is, what it is in, and every figure of it that may be republished. */
export const territoire = documentEndpoint({
  id: 'lireTerritoire',
  path: '/territoires/{slug}',
  title: words.title,
  text: words.text,
  example: '/territoires/FR',
  problems: ['introuvable', 'rejointe'],
  params: z.strictObject({ slug: z.string().max(20).describe(words.slug) }),
  query: z.strictObject({}),
  answer,
  give: (context, { params }) => sheetOf(context, territoryOfPath(context.data, params.slug)),
  feature: {
    row: territoryRow,
    async make({ data, database }, { params }) {
      const territory = territoryOfPath(data, params.slug);
      const slug = slugOf(territory.level, territory.code);
      const outline = (await outlinesOf(database, [territory])).get(slug);
      return {
        type: 'Feature',
        id: slug,
        properties: territoryRowOf(territory),
        geometry: outline ?? null,
      };
    },
  },
});

/** The territory of a path; one under another spelling, or part of another now, is said with where it is. */
function territoryOfPath({ territories }: Snapshot, slug: string): Territory {
  const found = findTerritory(territories, slug);
  if (found.kind === 'found') return found.territory;
  if (found.kind === 'unknown') throw new ApiProblem('introuvable', api.faults.territory(quoted(slug)));
  const detail =
    found.kind === 'merged'
      ? api.faults.merged(quoted(slug), found.slug)
      : api.faults.spelling(quoted(slug), found.slug);
  throw new ApiProblem(found.kind === 'merged' ? 'rejointe' : 'introuvable', detail, {
    headers: { link: `</api/v1/territoires/${found.slug}>; rel="canonical"` },
  });
}

function sheetOf({ data, origin }: Context, territory: Territory): z.infer<typeof answer> {
  const { territories } = data;
  const slug = slugOf(territory.level, territory.code);
  const held = indicatorsInUse().flatMap((one) => {
    const column = data.column(one.id, territory.level);
    return column ? [{ one, cell: cellAt(column, territory.ordinal) }] : [];
  });
  const given = held.filter(({ one }) => mayRedistribute(one));
  const kept = new Set<FigureSource>(
    held.filter(({ one }) => !mayRedistribute(one)).map(({ one }) => one.source),
  );
  const sources = toldSources(
    loadedSources(data, ['cog-2026', 'contours', ...given.map(({ one }) => one.source)]),
  );
  return {
    ...territoryRowOf(territory),
    parents: Object.values(territories.parents(territory)).map(({ level, code, name }) => ({
      slug: slugOf(level, code),
      niveau: level,
      nom: name,
    })),
    communes: territories.communes(territory).length,
    emprise: territory.bbox,
    page: `${origin}/territoires/${slug}`,
    indicateurs: given.map(({ one, cell }) => ({
      indicateur: one.id,
      ...cellFieldsOf(cell),
      unite: one.unit,
      annee: one.year,
      source: one.source,
    })),
    avertissements: [
      ...[...kept].map((id) => {
        const { title, producer, licence } = sourceNotice(id);
        return exported.leftOut(title, producer, licence);
      }),
      ...closedNotes(sources),
    ],
    sources,
  };
}
