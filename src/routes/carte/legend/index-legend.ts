import type { Classification } from '#lib/domain/classify/classification.ts';
import { indexIndicator } from '#lib/domain/need/index-indicator.ts';
import { indexLabel } from '#lib/composer/index-words.ts';
import { formatPercent } from '#lib/format/number.ts';
import { carte } from '#lib/messages/carte.ts';
import { indices } from '#lib/messages/indices.ts';
import type { IndexView } from '#lib/view/index-view.ts';
import { rankingAddress } from '#lib/view/write-map-view.ts';
import { DEFAULT_VIEW } from '#lib/view/map-view.ts';
import type { LegendWords } from './legend-words.ts';

/** The legend of an index: how it is made, and when it is not computable. `cut` is `null` while it is on its way. */
export function indexLegend(index: IndexView, cut: Classification | null, restricted: boolean): LegendWords {
  const { recipe } = index;
  const words = indices.legend;
  const label = indexLabel(index);
  const people = recipe.normalisation === 'people';
  return {
    title: label,
    short: indexIndicator(recipe, label).short,
    unit: people ? words.people : words.unit,
    year: words.year,
    source: {
      label: words.computed,
      text: words.how,
      href: rankingAddress({ ...DEFAULT_VIEW, layer: 'index', index }),
    },
    remarks: [],
    ...(recipe.reference === 'perimeter' && { absent: words.outside }),
    notes: [
      ...(recipe.reference === 'france' || people
        ? []
        : [words.among(indices.composer.references[recipe.reference])]),
      ...(cut && cut.estimated > 0 ? [words.estimated] : []),
      ...(cut && cut.unclassed.incomplete > 0 && !people
        ? [words.threshold(formatPercent(recipe.threshold * 100))]
        : []),
      ...(cut && cut.range !== null && cut.breaks.length + 1 < 3
        ? [carte.fewerClasses(cut.breaks.length + 1)]
        : []),
      ...(restricted ? [words.restricted] : []),
    ],
  };
}
