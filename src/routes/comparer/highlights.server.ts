import { capitalise, keepTogether } from '#lib/format/typography.ts';
import { mayRedistribute } from '#lib/domain/indicators/catalogue.ts';
import type { Theme } from '#lib/domain/indicators/indicator.ts';
import { sourceHref } from '#lib/format/source-href.ts';
import { sourceNotice, type FigureSource } from '#lib/domain/indicators/source.ts';
import { isKnown } from '#lib/domain/indicators/value.ts';
import type { Territory } from '#lib/domain/territory/territory.ts';
import { formatValue } from '#lib/format/figure.ts';
import { formatPercent } from '#lib/format/number.ts';
import { formatName } from '#lib/format/territory.ts';
import { comparer } from '#lib/messages/comparer.ts';
import type { ComparedRow } from '#lib/server/queries/comparison.ts';

/** A sentence that stands alone in a report, with its sources. */
export interface Highlight {
  id: string;
  text: string;
  sources: { label: string; href: string }[];
}

/** Sentences shown, at most one a theme so that they speak of different things. */
const MOST = 3;

/** Under this share of communes between the extremes, a difference is not worth a sentence. */
const NOTABLE = 0.05;

/** Medians of another year repeat what those of the last one say. */
const REPEATED: ReadonlySet<string> = new Set(['niveau-de-vie-median-2019']);

/** What sets the territories apart most, in sentences made to be copied: of sources that may leave only. */
export function highlightsOf(rows: readonly ComparedRow[], territories: readonly Territory[]): Highlight[] {
  const told = new Set<Theme>();
  return rows
    .filter(
      ({ spread, indicator }) =>
        (spread ?? 0) >= NOTABLE && mayRedistribute(indicator) && !REPEATED.has(indicator.id),
    )
    .sort((a, b) => (b.spread ?? 0) - (a.spread ?? 0))
    .filter(({ indicator }) => !told.has(indicator.theme) && told.add(indicator.theme))
    .slice(0, MOST)
    .map((row) => highlight(row, territories));
}

function highlight({ indicator, cells, spread }: ComparedRow, territories: readonly Territory[]): Highlight {
  const known = cells
    .flatMap(({ cell, source }, at) => {
      const territory = territories[at];
      const guess = cell.state === 'estimated' ? ` (${comparer.table.estimated})` : '';
      return isKnown(cell) && territory ? [{ value: cell.value, territory, source, guess }] : [];
    })
    .sort((a, b) => a.value - b.value);
  const end = (one: (typeof known)[number] | undefined): [string, string] =>
    one ? [formatName(one.territory), `${formatValue(indicator, one.value)}${one.guess}`] : ['', ''];
  const sources = new Set<FigureSource>([known[0], known.at(-1)].flatMap((one) => (one ? [one.source] : [])));
  return {
    id: indicator.id,
    text: keepTogether(
      comparer.highlights.sentence(
        capitalise(indicator.label),
        indicator.year,
        end(known[0]),
        end(known.at(-1)),
        formatPercent(100 * (spread ?? 0)),
      ),
    ),
    sources: [...sources].map((source) => ({
      label: sourceNotice(source).title,
      href: sourceHref(source),
    })),
  };
}
