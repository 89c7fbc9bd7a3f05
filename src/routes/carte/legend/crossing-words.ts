import { squareOf, stepsOfSquare, type CrossingStep } from '#lib/domain/classify/crossing.ts';
import type { Indicator } from '#lib/domain/indicators/indicator.ts';
import { withUnit } from '#lib/format/class-label.ts';
import { limitsOf } from '#lib/format/crossing-limits.ts';
import { formatCount, formatNumber } from '#lib/format/number.ts';
import { keepTogether } from '#lib/format/typography.ts';
import { croisement } from '#lib/messages/croisement.ts';
import type { ShownLayer } from '../layers/layer.ts';
import type { LegendWords } from './legend-words.ts';

/** One side of the square. */
export interface CrossingAxis {
  title: string;
  short: string;
  /** Unit and year. */
  unit: string;
  /** Which end the arrow goes to. */
  end: string;
  /** Limits of each step, from the least fragile; empty for a step without any class. */
  limits: readonly [string, string, string];
  /** The same in words, for a sentence. */
  phrases: readonly [string, string, string];
  source: LegendWords['source'];
}

const STEPS = [0, 1, 2] as const;

/** « revenus parmi les plus bas », or « part des cadres : 12 à 18 % ». */
function phraseOf(
  { id, short, unit }: Indicator,
  step: CrossingStep,
  limits: string,
  turned: boolean,
): string {
  const value = turned ? 2 - step : step;
  const known = croisement.phrases[id]?.[value];
  return known ?? croisement.measureAt(short, withUnit(limits, unit));
}

export function axisOf(
  { measure, legend, painting }: ShownLayer,
  steps: readonly CrossingStep[],
): CrossingAxis {
  const limits = limitsOf(steps, painting.labels);
  const worse = measure?.subject.worse ?? null;
  const phrases = STEPS.map((step) =>
    measure ? phraseOf(measure.subject, step, limits[step] ?? '', worse === 'low') : '',
  );
  return {
    title: legend.title,
    short: legend.short,
    unit: [legend.unit, legend.year].filter(Boolean).join(' · '),
    end: worse === null ? croisement.legend.greatEnd : croisement.legend.fragileEnd,
    limits,
    phrases: phrases as unknown as CrossingAxis['phrases'],
    source: legend.source,
  };
}

/** The legend of two measures: what is said of each, once. */
export function crossingLegend(first: LegendWords, second: LegendWords): LegendWords {
  return {
    title: croisement.title(first.title, second.title),
    short: croisement.short(first.short, second.short),
    unit: croisement.unit,
    year: '',
    source: first.source,
    remarks: [],
    notes: [...new Set([...first.notes, ...second.notes])],
  };
}

/** The limits of both sides of each of the nine squares. */
export const squareLabels = (across: CrossingAxis, up: CrossingAxis): string[] =>
  Array.from({ length: 9 }, (_, square) => {
    const { first, second } = stepsOfSquare(square);
    return `${across.limits[first]} / ${up.limits[second]}`;
  });

/** « 34 969 habitants », « 2,1 millions d’habitants ». */
export const formatPeople = (people: number): string =>
  people < 1_000_000
    ? formatCount(people, 'habitant')
    : croisement.millions(formatNumber(people / 1_000_000, 1));

/** « 1 234 communes, 2,1 millions d’habitants : revenus parmi les plus bas et aide parmi les plus lointaines. » */
export function squareSentence(
  square: number,
  territories: string,
  people: number | null,
  across: CrossingAxis,
  up: CrossingAxis,
): string {
  const { first, second } = stepsOfSquare(square);
  const what = croisement.and(across.phrases[first], up.phrases[second]);
  return keepTogether(
    croisement.territories(territories, people === null ? null : formatPeople(people), what),
  );
}

/** The rows of the square as it is drawn: the most fragile of the second measure on top. */
export const SQUARE_ROWS: readonly (readonly number[])[] = [...STEPS]
  .reverse()
  .map((second) => STEPS.map((first) => squareOf(first, second)));
