import { indicatorsInUse, THEME_LABELS } from './catalogue.ts';
import { catalogueInUse } from './catalogue-in-use.ts';
import type { Indicator, Theme } from './indicator.ts';

/** One indicator of a list to choose from. */
export interface IndicatorOption {
  value: string;
  label: string;
  disabled?: true;
}

export interface OptionGroup {
  label: string;
  options: IndicatorOption[];
}

/** What heads the indicators that the catalogue knows and that have no figure here. */
const UNLOADED = 'Non chargé';

/** How an indicator is named in a list. */
const plainly = ({ label }: Indicator): string => label;

/**
 * The indicators in use that suit, theme by theme: those of tables last, then, folded in one group and
 * not to be chosen, those without any figure here.
 */
export function indicatorChoices(
  suits: (indicator: Indicator) => boolean = () => true,
  nameOf = plainly,
): OptionGroup[] {
  const unloaded = new Set(catalogueInUse().unloaded);
  const suiting = indicatorsInUse().filter(suits);
  const groups = (Object.entries(THEME_LABELS) as [Theme, string][]).map(([theme, label]) => ({
    label,
    options: suiting
      .filter((one) => one.theme === theme && !unloaded.has(one.id))
      .map((one): IndicatorOption => ({ value: one.id, label: nameOf(one) })),
  }));
  const missing = suiting
    .filter(({ id }) => unloaded.has(id))
    .map((one): IndicatorOption => ({ value: one.id, label: nameOf(one), disabled: true }));
  return [...groups, { label: UNLOADED, options: missing }].filter(({ options }) => options.length > 0);
}
