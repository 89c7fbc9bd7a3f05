import { indicatorsInUse, THEME_LABELS } from '#lib/domain/indicators/catalogue.ts';
import { sourceNotice } from '#lib/domain/indicators/source.ts';
import { reachableData } from '#lib/server/app.ts';
import { estimateSection } from './estimate-section.server.ts';
import { ifnSection } from './ifn-section.server.ts';
import type { PageServerLoad } from './$types';

/**
 * The catalogue itself, by theme, each indicator with its source. What is computed from what is loaded
 * (the estimate's account of itself, our indices beside the IFN) is `null` when the database is away:
 * the method can be read all the same.
 */
export const load: PageServerLoad = async () => {
  const indicators = indicatorsInUse();
  const themes = [...new Set(indicators.map(({ theme }) => theme))];
  const loaded = await reachableData();
  return {
    estimate: loaded && estimateSection(loaded),
    ifn: loaded && ifnSection(loaded),
    themes: themes.map((theme) => ({
      id: theme,
      label: THEME_LABELS[theme],
      indicators: indicators
        .filter((indicator) => indicator.theme === theme)
        .map((indicator) => {
          const { title, producer, redistribute } = sourceNotice(indicator.source);
          return { ...indicator, sourceTitle: title, producer, redistribute };
        }),
    })),
  };
};
