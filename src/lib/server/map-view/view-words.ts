import type { Indicator } from '../../domain/indicators/indicator.ts';
import { formatName } from '../../format/territory.ts';
import { carteImage as words } from '../../messages/carte-image.ts';
import type { Frame } from './frame.ts';

/** What a view is called, with the territory that it frames, and the unit and year of its figures. */
export const viewWords = (
  { label, unit, year }: Pick<Indicator, 'label' | 'unit' | 'year'>,
  { around }: Pick<Frame, 'around'>,
): { title: string; unit: string } => ({
  title: words.title(label, around ? formatName(around) : null),
  unit: words.legend(unit, year),
});
