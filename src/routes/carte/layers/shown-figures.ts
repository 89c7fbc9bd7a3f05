import { classify, type Classification } from '#lib/domain/classify/classification.ts';
import type { ClassMethod } from '#lib/domain/classify/method.ts';
import { mayRedistribute } from '#lib/domain/indicators/catalogue.ts';
import type { Column } from '#lib/domain/indicators/column.ts';
import type { Indicator } from '#lib/domain/indicators/indicator.ts';
import type { MapLevel } from '#lib/domain/territory/level.ts';
import { indicatorClassLabels } from '#lib/format/class-label.ts';
import type { Painting } from '#lib/map/painting.ts';
import { classColours } from '#lib/styles/class-colours.ts';
import { allowedMethod } from '#lib/view/allowed-method.ts';
import { DEFAULT_VIEW } from '#lib/view/map-view.ts';
import { writeMapView } from '#lib/view/write-map-view.ts';
import { Kept } from '#lib/live/kept.ts';
import { fetchClasses, fetchColumn } from '#lib/live/requests.ts';

/** The figures of a level, ready to be drawn and read. */
export interface ShownFigures extends Painting {
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
}

/** A few levels of a few indicators: a third of a megabyte each at most. */
const columns = new Kept<Column>(12);
const cuts = new Kept<Classification>(24);

export const figuresKey = ({ subject, level, hash, method, classes, breaks }: FiguresRequest): string =>
  [subject.id, level, hash, method, classes, ...breaks].join('/');

/** Fetches and cuts the figures of a level; asks nothing that is still at hand. */
export async function loadFigures(request: FiguresRequest): Promise<ShownFigures> {
  const { subject, level, hash } = request;
  const restricted = !mayRedistribute(subject);
  const column = restricted
    ? null
    : await columns.get(`${subject.id}/${level}/${hash}`, () => fetchColumn(subject.id, level, hash));
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
