import { classOfCode } from '#lib/domain/classify/classification.ts';
import type { CloudMeasure } from '#lib/charts/scatter-measure.ts';
import type { ShownLayer } from '../layers/layer.ts';

/** A measure as an axis of the cloud; `null` when its figures may not be shown. */
export function cloudMeasure({ measure, painting, legend, format }: ShownLayer): CloudMeasure | null {
  const column = measure?.column;
  if (!column) return null;
  const { codes, breaks } = painting.classification;
  const unit = [legend.unit, legend.year].filter(Boolean).join(', ');
  return {
    title: unit === '' ? legend.title : `${legend.title} (${unit})`,
    short: legend.short,
    // A figure of the known part only is not one of the territory.
    values: column.values.map((value, i) => (classOfCode(codes[i] as number) === null ? Number.NaN : value)),
    breaks,
    text: format,
  };
}
