import type { MethodSection } from '../../diagnosis/diagnosis.ts';
import { keepTogether } from '../../format/typography.ts';
import { indicator as find } from '../../domain/indicators/catalogue.ts';
import { catalogueInUse } from '../../domain/indicators/catalogue-in-use.ts';
import { SOURCES, type SourceNotice } from '../../domain/indicators/source.ts';
import { formatShortDate } from '../../format/date.ts';
import { diagnostic } from '../../messages/diagnostic.ts';
import type { Snapshot } from '../queries/snapshot.ts';

const words = diagnostic.method;

/** How the figures of the document were made, and the sources that are loaded: of tables, those that it shows. */
export const methodSection = (data: Snapshot, indicators: readonly string[]): MethodSection => ({
  formulas: indicators.map((id) => {
    const { label, year, formula } = find(id);
    return keepTogether(words.formula(label, year, formula));
  }),
  sources: [...SOURCES, ...tablesOf(indicators)].flatMap(({ id }) => {
    const version = data.versions.get(id);
    if (!version) return [];
    const { title, producer, edition, licence, loadedAt } = version;
    return [{ title, producer, edition, licence, loaded: formatShortDate(loadedAt) }];
  }),
});

const tablesOf = (indicators: readonly string[]): readonly SourceNotice[] => {
  const shown = new Set(indicators.map((id) => find(id).source));
  return catalogueInUse().sources.filter(({ id }) => shown.has(id));
};
