import { isClosed } from '#lib/domain/indicators/catalogue-in-use.ts';
import { indicatorChoices, type OptionGroup } from '#lib/domain/indicators/choices.ts';

/** The indicators to choose from, under the name of their theme: those that anybody may see, as other sites’ readers are. */
export const indicatorGroups = (): OptionGroup[] =>
  indicatorChoices(
    ({ source }) => !isClosed(source),
    ({ label, year }) => `${label} (${year})`,
  );
