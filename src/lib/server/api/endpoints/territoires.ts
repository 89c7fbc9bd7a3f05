import { z } from 'zod';
import { LEVELS, type Level } from '../../../domain/territory/level.ts';
import { searchIndexOf } from '../../../domain/territory/search.ts';
import { slugOf } from '../../../domain/territory/slug.ts';
import type { Territory } from '../../../domain/territory/territory.ts';
import { apiFields } from '../../../messages/api-fields.ts';
import { loadedSources } from '../../export/loaded-sources.ts';
import type { Snapshot } from '../../queries/snapshot.ts';
import { listEndpoint } from '../endpoint.ts';
import { toldSources } from '../source-schema.ts';
import { territoriesWithin, territoryAsked } from './asked-territory.ts';
import { outlinesOf } from './outlines-of.ts';
import { territoryRow, territoryRowOf } from './territory-row.ts';

const words = apiFields.territoires;
const MOST_TEXT = 80;

/** Territories by level, by what they are in, or by name, code or postcode. */
export const territoires = listEndpoint({
  id: 'listerTerritoires',
  path: '/territoires',
  title: words.title,
  text: words.text,
  example: '/territoires?niveau=departement',
  problems: [],
  params: z.strictObject({}),
  query: z.strictObject({
    niveau: z.enum(LEVELS).optional().describe(words.niveau),
    dans: z.string().max(MOST_TEXT).optional().describe(words.dans),
    q: z.string().max(MOST_TEXT).optional().describe(words.q),
  }),
  row: territoryRow,
  geometry: 'outlines',
  list({ data, database }, { query }) {
    return {
      items: territoriesAsked(data, query),
      rowOf: territoryRowOf,
      idOf: ({ level, code }: Territory) => slugOf(level, code),
      geometries: (some: readonly Territory[], among) => outlinesOf(database, some, among),
      sources: toldSources(loadedSources(data, ['cog-2026', 'contours'])),
      notes: [],
      name: 'territoires',
    };
  },
});

/** What a text finds stays in the order of the search, the best first; the rest by level, then by code. */
function territoriesAsked(
  { territories }: Snapshot,
  { niveau, dans, q }: { niveau?: Level | undefined; dans?: string | undefined; q?: string | undefined },
): readonly Territory[] {
  const within = dans === undefined ? null : territoryAsked(territories, 'dans', dans);
  const levels = niveau === undefined ? LEVELS : [niveau];
  const all = levels.flatMap((level) => territoriesWithin(territories, level, within));
  if (q === undefined) return all;
  const kept = new Set(all);
  return searchIndexOf(territories)
    .search(q, Number.MAX_SAFE_INTEGER)
    .matches.flatMap(({ level, code }) => territories.get(level, code) ?? [])
    .filter((one) => kept.has(one));
}
