import { z } from 'zod';
import { findIndicator } from '../../../domain/indicators/catalogue.ts';
import { sourceNotice } from '../../../domain/indicators/source.ts';
import { STATES, type State } from '../../../domain/indicators/value.ts';
import { LEVELS } from '../../../domain/territory/level.ts';
import { api } from '../../../messages/api.ts';
import { apiFields } from '../../../messages/api-fields.ts';
import { STATE_WORDS } from '../../../view/state-words.ts';
import { loadedSources } from '../../export/loaded-sources.ts';
import type { Snapshot } from '../../queries/snapshot.ts';
import { documentEndpoint } from '../endpoint.ts';
import { ApiProblem } from '../problem.ts';
import { quoted } from '../read-query.ts';
import { closedNotes, sourceSchema, toldSources } from '../source-schema.ts';
import { indicatorRow, indicatorRowOf, levelsWithFigures } from './indicator-row.ts';

const words = apiFields.indicateur;

const counts = z.object(
  Object.fromEntries(STATES.map((state) => [STATE_WORDS[state], z.int().min(0)])) as Record<string, z.ZodInt>,
);

/** One indicator: everything that must be said of its figures, and how many are known. */
export const indicateur = documentEndpoint({
  id: 'lireIndicateur',
  path: '/indicateurs/{id}',
  title: words.title,
  text: words.text,
  example: '/indicateurs/fibre-2026',
  problems: ['introuvable'],
  params: z.strictObject({ id: z.string().max(80).describe(words.id) }),
  query: z.strictObject({}),
  answer: indicatorRow.extend({
    classes: z
      .array(z.object({ valeur: z.number(), libelle: z.string() }))
      .nullable()
      .describe(words.classes),
    denominateur: z.string().nullable().describe(words.denominateur),
    avertissement: z.string().describe(words.avertissement),
    territoires: z.array(z.object({ niveau: z.enum(LEVELS), etats: counts })).describe(words.territoires),
    sources: z.array(sourceSchema).describe(apiFields.list.sources),
  }),
  give({ data }, { params: { id } }) {
    const one = findIndicator(id);
    if (!one) throw new ApiProblem('introuvable', api.faults.indicator(quoted(id)));
    const { aggregate } = one;
    const sources = toldSources(loadedSources(data, [one.source]));
    return {
      ...indicatorRowOf(data, one),
      classes: one.classes?.map(({ value, label }) => ({ valeur: value, libelle: label })) ?? null,
      denominateur: 'weight' in aggregate ? aggregate.weight : null,
      avertissement: [sourceNotice(one.source).caveat, ...closedNotes(sources)].join(' '),
      territoires: levelsWithFigures(data, id).map((level) => ({
        niveau: level,
        etats: statesAt(data, id, level),
      })),
      sources,
    };
  },
});

function statesAt(data: Snapshot, id: string, level: string): Record<string, number> {
  const held = data.columns.find((column) => column.indicator === id && column.level === level);
  return Object.fromEntries(STATES.map((state: State) => [STATE_WORDS[state], held?.counts[state] ?? 0]));
}
