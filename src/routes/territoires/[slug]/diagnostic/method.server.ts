import { keepTogether } from '#lib/format/typography.ts';
import { indicator as find } from '#lib/domain/indicators/catalogue.ts';
import { SOURCES } from '#lib/domain/indicators/source.ts';
import { formatShortDate } from '#lib/format/date.ts';
import { diagnostic } from '#lib/messages/diagnostic.ts';
import type { Snapshot } from '#lib/server/queries/snapshot.ts';

const words = diagnostic.method;

export interface MethodSection {
  formulas: string[];
  sources: { title: string; producer: string; edition: string; licence: string; loaded: string }[];
}

/** How the figures of the document were made, and the sources that are loaded. */
export const methodSection = (data: Snapshot, indicators: readonly string[]): MethodSection => ({
  formulas: indicators.map((id) => {
    const { label, year, formula } = find(id);
    return keepTogether(words.formula(label, year, formula));
  }),
  sources: SOURCES.flatMap(({ id }) => {
    const version = data.versions.get(id);
    if (!version) return [];
    const { title, producer, edition, licence, loadedAt } = version;
    return [{ title, producer, edition, licence, loaded: formatShortDate(loadedAt) }];
  }),
});
