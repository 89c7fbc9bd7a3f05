import { classify, type Classification } from '#lib/domain/classify/classification.ts';
import type { ClassMethod } from '#lib/domain/classify/method.ts';
import { mayRedistribute } from '#lib/domain/indicators/catalogue.ts';
import type { Column } from '#lib/domain/indicators/column.ts';
import type { Indicator } from '#lib/domain/indicators/indicator.ts';
import { withoutEstimates } from '#lib/domain/indicators/without-estimates.ts';
import type { MapLevel } from '#lib/domain/territory/level.ts';
import { indicatorClassLabels } from '#lib/format/class-label.ts';
import { columnOf } from '#lib/live/files.ts';
import { Kept } from '#lib/live/kept.ts';
import { fetchClasses } from '#lib/live/requests.ts';
import type { Painting } from '#lib/map/painting.ts';
import { classColours } from '#lib/styles/class-colours.ts';
import { allowedMethod } from '#lib/view/allowed-method.ts';
import { DEFAULT_VIEW } from '#lib/view/map-view.ts';
import { writeMapView } from '#lib/view/write-map-view.ts';

/** The figures of a level, ready to be drawn and read. */
export interface IndicatorFigures extends Painting {
  subject: Indicator;
  /** `null` when the source gives classes only. */
  column: Column | null;
  /** Words of each class. */
  labels: string[];
}

export interface FiguresRequest {
  subject: Indicator;
  level: MapLevel;
  hash: string;
  method: ClassMethod;
  classes: number;
  breaks: readonly number[];
  estimates: boolean;
}

const cuts = new Kept<Classification>(24);

export const figuresKey = (request: FiguresRequest): string => {
  const { subject, level, hash, method, classes, breaks, estimates } = request;
  return [subject.id, level, hash, method, classes, estimates, ...breaks].join('/');
};

/** Fetches and cuts the figures of a level; asks nothing that is still at hand. */
export async function loadFigures(request: FiguresRequest): Promise<IndicatorFigures> {
  const { subject, level, hash } = request;
  const whole = mayRedistribute(subject) ? await columnOf(subject.id, level, hash) : null;
  const column = whole && !request.estimates ? withoutEstimates(whole, level) : whole;
  const classification = await cuts.get(figuresKey(request), () => cut(request, column));
  return {
    subject,
    level,
    column,
    classification,
    colours: classColours(subject, classification, allowedMethod(subject, request.method)),
    labels: indicatorClassLabels(subject, classification),
  };
}

async function cut(
  { subject, level, method, classes, breaks }: FiguresRequest,
  column: Column | null,
): Promise<Classification> {
  if (column) return classify(column, subject, { method, classes, manual: breaks });
  const own = method === 'manual';
  const query = writeMapView({ ...DEFAULT_VIEW, ...(own ? {} : { method, classes }) });
  return fetchClasses(subject.id, level, query);
}
