import { z } from 'zod';
import { beyondColumn, beyondShare } from '../../../domain/access/gaps/unmet-need.ts';
import { cellAt } from '../../../domain/indicators/column.ts';
import { slugOf } from '../../../domain/territory/slug.ts';
import type { Territory } from '../../../domain/territory/territory.ts';
import { apiFields } from '../../../messages/api-fields.ts';
import { loadedSources } from '../../export/loaded-sources.ts';
import { listEndpoint } from '../endpoint.ts';
import { toldSources } from '../source-schema.ts';
import { askedGaps, gapsQuery } from './asked-gaps.ts';
import { cellFields, cellFieldsOf } from './cell-fields.ts';
import { outlinesOf } from './outlines-of.ts';

const words = apiFields.communesHorsDePortee;

const row = z.object({
  slug: z.string().describe(apiFields.territory.slug),
  code: z.string().describe(apiFields.territory.code),
  nom: z.string().describe(apiFields.territory.nom),
  departement: z.string().nullable().describe(apiFields.territory.departement),
  population: z.int().min(0).nullable().describe(apiFields.territory.population),
  qui: z.string().describe(words.row.qui),
  ...cellFields,
  valeur: cellFields.valeur.describe(words.row.valeur),
  part: z.number().min(0).max(1).describe(words.row.part),
  distance: z.number().nullable().describe(apiFields.gaps.distance),
  minutes: z.number().nullable().describe(words.row.minutes),
  seuil: z.number().describe(apiFields.gaps.seuil),
  unite: z.enum(['m', 'min']).describe(apiFields.gaps.unite),
  jour: z.string().describe(words.row.jour),
  sources: z.array(z.string()).describe(words.row.sources),
});

/** The communes whose people are out of reach, all or some of them: the gaps as rows, for tables and maps. */
export const communesHorsDePortee = listEndpoint({
  id: 'listerCommunesHorsDePortee',
  path: '/ecarts/communes',
  title: words.title,
  text: words.text,
  example: '/ecarts/communes?seuil=2',
  problems: ['non-charge'],
  params: z.strictObject({}),
  query: z.strictObject(gapsQuery),
  row,
  geometry: 'outlines',
  list(context, { query }) {
    const { data, database, today } = context;
    const { report } = askedGaps(context, query);
    const { gaps, group, finding, need, territory } = report;
    const { setting, supply, unit } = gaps;
    const beyond = beyondColumn(setting);
    const known = (value: number | undefined) =>
      value !== undefined && Number.isFinite(value) ? value : null;
    const used = loadedSources(data, finding.sources);
    const ids = used.map(({ id }) => id);
    return {
      items: data.territories.communes(territory).filter(({ ordinal }) => beyondShare(setting, ordinal) > 0),
      rowOf: ({ code, name, departement, population, ordinal }: Territory) => ({
        slug: slugOf('commune', code),
        code,
        nom: name,
        departement,
        population,
        qui: group.many,
        ...cellFieldsOf(cellAt(beyond, ordinal)),
        part: beyondShare(setting, ordinal),
        distance: known(supply.distances[ordinal]),
        minutes: unit === 'minutes' ? known(setting.costs[ordinal]) : null,
        seuil: setting.threshold,
        unite: unit === 'metres' ? ('m' as const) : ('min' as const),
        jour: today,
        sources: ids,
      }),
      idOf: ({ code }: Territory) => slugOf('commune', code),
      geometries: (some: readonly Territory[], among) => outlinesOf(database, some, among),
      sources: toldSources(used),
      notes: [finding.text, ...(need.unplaced.communes > 0 ? [words.unplaced(need.unplaced.communes)] : [])],
      name: 'ecarts-communes',
    };
  },
});
