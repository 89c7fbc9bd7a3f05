import type { Classification } from '#lib/domain/classify/classification.ts';
import { DISTANCE_LIMITS, peopleByClass } from '#lib/domain/classify/distance-classes.ts';
import { mayRedistribute } from '#lib/domain/indicators/catalogue.ts';
import type { Indicator } from '#lib/domain/indicators/indicator.ts';
import { sourceNotice } from '#lib/domain/indicators/source.ts';
import type { MapLevel } from '#lib/domain/territory/level.ts';
import { formatNumber, formatPercent } from '#lib/format/number.ts';
import { carte } from '#lib/messages/carte.ts';

/** What a legend says around its classes. */
export interface LegendWords {
  title: string;
  /** The measure, for cards and headings of tables. */
  short: string;
  unit: string;
  year: string;
  source: { label: string; text: string; href: string };
  /** What the map found, the most telling first. */
  remarks: { text: string; strong: boolean }[];
  notes: string[];
  /** What the absent are, when the source is not the reason. */
  absent?: string;
}

/** The name of an indicator at a level: a median says what becomes of it when it is aggregated. */
export const subjectTitle = (subject: Indicator, level: MapLevel): string =>
  subject.aggregate.rule === 'mean-of-medians' && level !== 'commune'
    ? carte.legend.ofMedians(subject.label)
    : subject.label;

export function indicatorLegend(
  subject: Indicator,
  level: MapLevel,
  cut: Classification | null,
  wanted: number,
): LegendWords {
  const { aggregate } = subject;
  const source = sourceNotice(
    subject.source === 'ifn-communes' && level === 'epci' ? 'ifn-epci' : subject.source,
  );
  const aggregated = level !== 'commune' && 'label' in aggregate;
  const fewer = cut !== null && cut.own === null && cut.range !== null && cut.breaks.length + 1 < wanted;
  return {
    title: subjectTitle(subject, level),
    short: subject.short,
    unit: subject.unit,
    year: subject.year,
    source: {
      label: carte.legend.source,
      text: `${source.producer}, ${source.edition}`,
      href: `/methode#${subject.id}`,
    },
    remarks: [],
    notes: [
      ...(aggregated ? [carte.legend.weighted(aggregate.label)] : []),
      ...(subject.id === 'taux-de-pauvrete' ? [carte.legend.floor] : []),
      ...(fewer ? [carte.fewerClasses(cut.breaks.length + 1)] : []),
      ...(mayRedistribute(subject) ? [] : [carte.legend.restricted]),
    ],
  };
}

export function distanceLegend(): LegendWords {
  const words = carte.distance;
  return {
    title: words.label,
    short: words.label,
    unit: words.unit,
    year: words.year,
    source: { label: carte.legend.computed, text: carte.legend.computedHow, href: '/methode#regles' },
    remarks: [],
    notes: [],
  };
}

/** Kilometres past which the legend counts people. */
const FAR_KM = 10;

/**
 * « x habitants (y %) vivent dans une commune dont le centre est à plus de 10 km d’un lieu qui
 * répond au choix. » Communes without a centre count in neither figure.
 */
export function beyondSentence(
  cut: Classification,
  populations: ArrayLike<number>,
  filtered: boolean,
): string {
  const people = peopleByClass(cut.codes, populations, cut.counts.length);
  const sum = (list: number[]): number => list.reduce((a, b) => a + b, 0);
  const far = sum(people.slice(DISTANCE_LIMITS.indexOf(FAR_KM) + 1));
  const all = sum(people);
  const share = formatPercent(all === 0 ? 0 : (100 * far) / all, 1);
  const sentence = carte.distance.beyond(formatNumber(far), share);
  return `${sentence}${filtered ? ` ${carte.distance.matching}` : ''}.`;
}
