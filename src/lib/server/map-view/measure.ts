import { askedFilter } from '../queries/access/asked-filter.ts';
import { isoDay } from '../../format/date.ts';
import { indexLabel } from '../../composer/index-words.ts';
import { distanceColumn } from '../../domain/access/distance-column.ts';
import { DISTANCE } from '../../domain/access/distance-indicator.ts';
import { classify, type Classification } from '../../domain/classify/classification.ts';
import type { ClassMethod } from '../../domain/classify/method.ts';
import { indicator as find, mayRedistribute } from '../../domain/indicators/catalogue.ts';
import type { Indicator } from '../../domain/indicators/indicator.ts';
import { sourceNotice, type FigureSource } from '../../domain/indicators/source.ts';
import { indexIndicator } from '../../domain/need/index-indicator.ts';
import { ingredientsOf, sharesOf, type Recipe } from '../../domain/need/recipe.ts';
import type { MapLevel } from '../../domain/territory/level.ts';
import { carteImage as words } from '../../messages/carte-image.ts';
import { classificationOf } from '../queries/classification.ts';
import { distanceClasses } from '../queries/map-areas.ts';
import { reachOf } from '../queries/access/reach.ts';
import { scopeOf } from '../queries/scope.ts';
import { scoreClasses } from '../queries/score-classes.ts';
import type { Snapshot } from '../queries/snapshot.ts';
import { allowedMethod } from '../../view/allowed-method.ts';
import { crossedWith, cutOf, type Cut } from '../../view/crossing-view.ts';
import type { MapView } from '../../view/map-view.ts';

/** What a view colours its territories by. */
export interface Measure {
  subject: Indicator;
  method: ClassMethod;
  classification: Classification;
  /** Producers and editions, in words. */
  sources: string;
}

/** The first layer of a view, cut into classes; `null` when nothing of it is known at that level. */
export async function measureOf(data: Snapshot, view: MapView, level: MapLevel): Promise<Measure | null> {
  switch (view.layer) {
    case 'distance': {
      const classification =
        crossedWith(view) === null
          ? distanceClasses(data, askedFilter(view, isoDay(new Date())))
          : cutDistances(data, view, cutOf(view));
      return (
        classification && { subject: DISTANCE, method: view.method, classification, sources: words.computed }
      );
    }
    case 'index':
      return indexMeasure(data, view, level);
    case 'indicator': {
      const subject = find(view.indicator);
      const method = allowedMethod(subject, cutOf(view).method);
      const { classes, breaks: manual } = cutOf(view);
      const classification = await classificationOf(data, subject, level, { method, classes, manual });
      const source = subject.source === 'ifn-communes' && level === 'epci' ? 'ifn-epci' : subject.source;
      return classification && { subject, method, classification, sources: named([source]) };
    }
  }
}

/** Distances cut like figures, to be crossed with some. */
export const cutDistances = (
  data: Snapshot,
  view: Pick<MapView, 'filter' | 'finer'>,
  { method, classes, breaks }: Cut,
): Classification =>
  classify(
    distanceColumn(Float64Array.from(reachOf(data, askedFilter(view, isoDay(new Date()))).distances)),
    DISTANCE,
    {
      method,
      classes,
      manual: breaks,
    },
  );

function indexMeasure(data: Snapshot, view: MapView, level: MapLevel): Measure | null {
  const { recipe } = view.index;
  // Limits of one's own could single out a figure that may not be redistributed (ADR 0004).
  const manual = view.method === 'manual' && !partsOf(recipe).every(mayRedistribute);
  const cut = cutOf(view);
  const method = manual ? 'quantile' : cut.method;
  const classification = scoreClasses(data, {
    recipe,
    level,
    estimates: view.estimates,
    members: scopeOf(data, view)?.perimeter ?? [],
    method,
    classes: cut.classes,
    manual: cut.breaks,
  });
  if (classification.counts.every((count) => count === 0)) return null;
  const subject = indexIndicator(recipe, indexLabel(view.index));
  const sources = named(new Set(partsOf(recipe).map(({ source }) => source)));
  return { subject, method, classification, sources: words.index(sources) };
}

/** The indicators that count in an index. */
function partsOf(recipe: Recipe): Indicator[] {
  const shares = sharesOf(recipe);
  return ingredientsOf(recipe)
    .filter((_, at) => (shares[at] ?? 0) > 0)
    .map(({ indicator }) => find(indicator));
}

/** « Insee, 2021 ; Arcep, collecte de février 2026 ». */
const named = (sources: Iterable<FigureSource>): string =>
  Array.from(sources, (source) => {
    const { producer, edition } = sourceNotice(source);
    return `${producer}, ${edition}`;
  }).join(' ; ');
