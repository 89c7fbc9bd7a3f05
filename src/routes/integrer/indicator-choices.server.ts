import { isClosed } from '#lib/domain/indicators/catalogue-in-use.ts';
import { indicatorsInUse, THEME_LABELS } from '#lib/domain/indicators/catalogue.ts';
import type { Theme } from '#lib/domain/indicators/indicator.ts';

/** The indicators that anybody may see, under the name of their theme: a view is shown to all. */
export const indicatorChoices = () =>
  (Object.keys(THEME_LABELS) as Theme[])
    .map((theme) => ({
      label: THEME_LABELS[theme],
      options: indicatorsInUse()
        .filter((one) => one.theme === theme && !isClosed(one.source))
        .map(({ id, label, year }) => ({ value: id, label: `${label} (${year})` })),
    }))
    .filter(({ options }) => options.length > 0);
