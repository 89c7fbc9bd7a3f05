import type { MapLayout } from '#lib/charts/map-figure.ts';
import { DEFAULT_INDICATOR, indicator as find } from '#lib/domain/indicators/catalogue.ts';
import { sourceNotice } from '#lib/domain/indicators/source.ts';
import type { Territory } from '#lib/domain/territory/territory.ts';
import { formatNumber } from '#lib/format/number.ts';
import { keepTogether } from '#lib/format/typography.ts';
import { territoire } from '#lib/messages/territoire.ts';

const words = territoire.map;

/** What must be said around the map of a page. */
export interface MapWords {
  title: string;
  label: string;
  legend: string;
  counted: string;
  notes: string[];
}

/** The words of the map of a territory's page, from the catalogue. */
export function pageMapWords(territory: Territory, { entries }: MapLayout): MapWords {
  const { label, unit, year, source } = find(DEFAULT_INDICATOR);
  const { producer, edition } = sourceNotice(source);
  const { level } = territory;
  const counted = words.counted[level === 'france' || level === 'arrondissement' ? level : 'commune'];
  const total = entries.reduce((sum, { count }) => sum + count, 0);
  const title = words.title(label, year);
  return {
    title,
    label: words.label(title, territory.name, `${formatNumber(total)} ${counted}`),
    legend: unit,
    counted,
    notes: [keepTogether(words.source(producer, edition))],
  };
}
