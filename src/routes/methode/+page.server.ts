import { INDICATORS, THEME_LABELS } from '#lib/domain/indicators/catalogue.ts';
import { sourceNotice } from '#lib/domain/indicators/source.ts';
import { currentData } from '#lib/server/app.ts';
import { estimateSection } from './estimate-section.server.ts';
import type { PageServerLoad } from './$types';

/** The catalogue itself, by theme, each indicator with its source; what the estimate says of itself. */
export const load: PageServerLoad = async () => {
  const themes = [...new Set(INDICATORS.map(({ theme }) => theme))];
  return {
    estimate: estimateSection(await currentData()),
    themes: themes.map((theme) => ({
      id: theme,
      label: THEME_LABELS[theme],
      indicators: INDICATORS.filter((indicator) => indicator.theme === theme).map((indicator) => {
        const { title, producer, redistribute } = sourceNotice(indicator.source);
        return { ...indicator, sourceTitle: title, producer, redistribute };
      }),
    })),
  };
};
