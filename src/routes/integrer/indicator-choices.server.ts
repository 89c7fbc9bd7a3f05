import { isClosed } from '#lib/domain/indicators/catalogue-in-use.ts';
import { indicatorChoices as choices, type OptionGroup } from '#lib/domain/indicators/choices.ts';

/** The indicators that anybody may see, under the name of their theme: a view is shown to all. */
export const indicatorChoices = (): OptionGroup[] =>
  choices(
    ({ source }) => !isClosed(source),
    ({ label, year }) => `${label} (${year})`,
  );
