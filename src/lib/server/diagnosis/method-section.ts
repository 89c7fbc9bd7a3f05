import type { MethodSection } from '../../diagnosis/diagnosis.ts';
import { keepTogether } from '../../format/typography.ts';
import { indicator as find } from '../../domain/indicators/catalogue.ts';
import { SOURCES } from '../../domain/indicators/source.ts';
import { formatShortDate } from '../../format/date.ts';
import { diagnostic } from '../../messages/diagnostic.ts';
import type { Snapshot } from '../queries/snapshot.ts';

const words = diagnostic.method;

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
