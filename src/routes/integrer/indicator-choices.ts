import { INDICATORS, THEME_LABELS } from '#lib/domain/indicators/catalogue.ts';
import type { Theme } from '#lib/domain/indicators/indicator.ts';

/** The indicators to choose from, under the name of their theme. */
export const indicatorGroups = (Object.keys(THEME_LABELS) as Theme[]).map((theme) => ({
  label: THEME_LABELS[theme],
  options: INDICATORS.filter((one) => one.theme === theme).map(({ id, label, year }) => ({
    value: id,
    label: `${label} (${year})`,
  })),
}));
