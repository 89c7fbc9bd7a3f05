import { z } from 'zod';
import { cellAt } from '../../../domain/indicators/column.ts';
import { isKnown } from '../../../domain/indicators/value.ts';
import { LEVELS } from '../../../domain/territory/level.ts';
import { slugOf } from '../../../domain/territory/slug.ts';
import type { Territory } from '../../../domain/territory/territory.ts';
import { isWritten, writtenValue } from '../../../format/figure.ts';
import { api } from '../../../messages/api.ts';
import { apiFields } from '../../../messages/api-fields.ts';
import { loadedSources } from '../../export/loaded-sources.ts';
import { listEndpoint } from '../endpoint.ts';
import { ApiProblem } from '../problem.ts';
import { toldSources } from '../source-schema.ts';
import { indicatorAsked, refuseRestricted } from './asked-indicator.ts';
import { territoriesWithin, territoryAsked } from './asked-territory.ts';
import { cellFields, cellFieldsOf } from './cell-fields.ts';
import { levelsWithFigures } from './indicator-row.ts';
import { outlinesOf } from './outlines-of.ts';

const words = apiFields.valeurs;

/** A figure of a territory: it stands alone, with unit, year and source. */
export const valueRow = z.object({
  slug: z.string().describe(apiFields.territory.slug),
  code: z.string().describe(apiFields.territory.code),
  niveau: z.enum(LEVELS).describe(apiFields.territory.niveau),
  nom: z.string().describe(apiFields.territory.nom),
  indicateur: z.string().describe(words.row.indicateur),
  ...cellFields,
  modalite: z.string().nullable().describe(words.row.modalite),
  unite: z.string().describe(words.row.unite),
  annee: z.string().describe(words.row.annee),
  source: z.string().describe(words.row.source),
});

/** The figures of an indicator, territory by territory, unknown ones with the state that says why. */
export const valeurs = listEndpoint({
  id: 'listerValeurs',
  path: '/valeurs',
  title: words.title,
  text: words.text,
  example: '/valeurs?indicateur=fibre-2026&niveau=departement',
  problems: ['non-redistribuable'],
  params: z.strictObject({}),
  query: z.strictObject({
    indicateur: z.string().max(80).describe(words.indicateur),
    niveau: z.enum(LEVELS).default('commune').describe(words.niveau),
    dans: z.string().max(80).optional().describe(words.dans),
  }),
  row: valueRow,
  geometry: 'outlines',
  list({ data, database }, { query: { indicateur, niveau, dans } }) {
    const one = indicatorAsked('indicateur', indicateur);
    refuseRestricted(one);
    const { territories } = data;
    const within = dans === undefined ? null : territoryAsked(territories, 'dans', dans);
    const column = data.column(one.id, niveau);
    if (!column) {
      const levels = levelsWithFigures(data, one.id);
      const detail =
        levels.length === 0
          ? api.faults.notLoaded(one.label)
          : api.faults.noFigures(one.label, niveau, levels.join(', '));
      throw new ApiProblem('introuvable', detail, { faults: [{ parametre: 'niveau', detail }] });
    }
    return {
      items: territoriesWithin(territories, niveau, within),
      rowOf({ level, code, name, ordinal }: Territory) {
        const cell = cellAt(column, ordinal);
        return {
          slug: slugOf(level, code),
          code,
          niveau: level,
          nom: name,
          indicateur: one.id,
          ...cellFieldsOf(cell),
          modalite: isKnown(cell) && isWritten(one) ? String(writtenValue(one, cell.value)) : null,
          unite: one.unit,
          annee: one.year,
          source: one.source,
        };
      },
      idOf: ({ level, code }: Territory) => slugOf(level, code),
      geometries: (some: readonly Territory[], among) => outlinesOf(database, some, among),
      sources: toldSources(loadedSources(data, ['cog-2026', one.source])),
      notes: [one.limits].filter((text) => text !== ''),
      name: `${one.id}-${niveau}`,
    };
  },
});
