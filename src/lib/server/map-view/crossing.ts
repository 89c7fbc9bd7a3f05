import type { SquareLegend, SquareSide } from '../../charts/crossing-square.ts';
import { DISTANCE } from '../../domain/access/distance-indicator.ts';
import { crossClassifications, type CrossingStep } from '../../domain/classify/crossing.ts';
import type { MapLevel } from '../../domain/territory/level.ts';
import { indicatorClassLabels } from '../../format/class-label.ts';
import { carteImage } from '../../messages/carte-image.ts';
import { croisement } from '../../messages/croisement.ts';
import type { Snapshot } from '../queries/snapshot.ts';
import { crossedWith, secondCut } from '../../view/crossing-view.ts';
import { DISTANCE_MEASURE, type MapView } from '../../view/map-view.ts';
import { CROSSING_COLOURS } from '../../styles/crossing-colours.ts';
import { limitsOf } from '../../format/crossing-limits.ts';
import { cutDistances, measureOf, type Measure } from './measure.ts';

/** Two measures of a view drawn as one. */
export interface CrossedMeasures extends Measure {
  colours: readonly string[];
  square: SquareLegend;
  title: string;
}

/** The crossing that a view asks for, on its first measure; `null` when there is none at that level. */
export async function crossingOf(
  data: Snapshot,
  view: MapView,
  level: MapLevel,
  first: Measure,
): Promise<CrossedMeasures | null> {
  const second = await secondMeasure(data, view, level);
  if (!second) return null;
  const classes = crossClassifications(
    { classification: first.classification, worse: first.subject.worse },
    { classification: second.classification, worse: second.subject.worse },
  );
  const words = croisement.legend;
  return {
    subject: first.subject,
    method: first.method,
    classification: classes,
    sources: [...new Set([first.sources, second.sources])].join(' ; '),
    colours: CROSSING_COLOURS,
    square: {
      across: sideOf(first, classes.steps.first, words.across, '→'),
      up: sideOf(second, classes.steps.second, words.up, '↑'),
    },
    title: croisement.title(first.subject.label, second.subject.label),
  };
}

function secondMeasure(data: Snapshot, view: MapView, level: MapLevel): Promise<Measure | null> {
  const crossed = crossedWith(view);
  if (crossed === null) return Promise.resolve(null);
  const cut = secondCut(view);
  if (crossed === DISTANCE_MEASURE)
    return Promise.resolve({
      subject: DISTANCE,
      method: cut.method,
      classification: cutDistances(data, view, cut),
      sources: carteImage.computed,
    });
  return measureOf(data, { ...view, ...cut, layer: 'indicator', indicator: crossed, second: null }, level);
}

function sideOf(
  { subject, classification }: Measure,
  steps: readonly CrossingStep[],
  side: string,
  arrow: string,
): SquareSide {
  const words = croisement.legend;
  const end = subject.worse === null ? words.greatEnd : words.fragileEnd;
  const unit = carteImage.legend(subject.unit, subject.year);
  return {
    title: `${side} ${subject.label}${unit === '' ? '' : ` (${unit})`}, ${end} ${arrow}`,
    limits: limitsOf(steps, indicatorClassLabels(subject, classification)),
  };
}
