import { z } from 'zod';
import { mayRepublish } from '../../domain/indicators/catalogue.ts';
import { catalogueInUse } from '../../domain/indicators/catalogue-in-use.ts';
import { api } from '../../messages/api.ts';
import { apiFields } from '../../messages/api-fields.ts';
import type { ExportSource } from '../export/table-export.ts';

const words = apiFields.source;

/** What must be said of a source wherever its figures go. */
export const sourceSchema = z
  .object({
    id: z.string().describe(words.id),
    titre: z.string().describe(words.titre),
    producteur: z.string().describe(words.producteur),
    edition: z.string().describe(words.edition),
    licence: z.string().describe(words.licence),
    page: z.string().describe(words.page),
    redistribuable: z.boolean().describe(words.redistribuable),
  })
  .describe(words.whole);

export type SourceTold = z.infer<typeof sourceSchema>;

/** Sources as they are sent. */
export const toldSources = (sources: readonly ExportSource[]): SourceTold[] =>
  sources.map(({ id, title, producer, edition, licence, page }) => ({
    id,
    titre: title,
    producteur: producer,
    edition,
    licence,
    page,
    redistribuable: mayRepublish({ source: id }),
  }));

/** Says that some figures of an answer are for its reader alone, where that is so. */
export function closedNotes(sources: readonly Pick<SourceTold, 'id' | 'titre'>[]): string[] {
  const closed = new Set<string>(catalogueInUse().closed);
  return sources.filter(({ id }) => closed.has(id)).map(({ titre }) => api.notes.closedTable(titre));
}
