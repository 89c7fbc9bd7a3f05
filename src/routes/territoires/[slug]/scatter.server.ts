import { drawScatter, type ScatterDrawing } from '#lib/charts/scatter.ts';
import { cellAt } from '#lib/domain/indicators/column.ts';
import { isKnown } from '#lib/domain/indicators/value.ts';
import { slugOf } from '#lib/domain/territory/slug.ts';
import type { Territory } from '#lib/domain/territory/territory.ts';
import type { Snapshot } from '#lib/server/queries/snapshot.ts';

export interface ScatterFigure {
  drawing: ScatterDrawing;
  drawn: number;
  /** Communes with people that miss one of the two figures. */
  unknown: number;
}

/** More communes than this make a blot. */
const MOST = 1_000;

/** Standard of living across, fibre up, a circle a commune; `null` where a cloud would say nothing. */
export async function needScatter(data: Snapshot, territory: Territory): Promise<ScatterFigure | null> {
  const communes = territory.level === 'commune' ? [] : data.territories.communes(territory);
  if (communes.length > MOST) return null;
  const [standard, fibre, standardOfAll, fibreOfAll] = [
    data.column('niveau-de-vie-median', 'commune'),
    data.column('fibre-2026', 'commune'),
    data.column('niveau-de-vie-median', 'france'),
    data.column('fibre-2026', 'france'),
  ];
  if (!standard || !fibre) return null;
  const inhabited = communes.filter(({ population }) => population !== 0);
  const points = inhabited.flatMap(({ ordinal, name, code, population }) => {
    const x = cellAt(standard, ordinal);
    const y = cellAt(fibre, ordinal);
    return isKnown(x) && isKnown(y)
      ? [{ name, slug: slugOf('commune', code), x: x.value, y: y.value, people: population ?? 0 }]
      : [];
  });
  const reference = (column: typeof standardOfAll): number | null => {
    const cell = column && cellAt(column, 0);
    return cell && isKnown(cell) ? cell.value : null;
  };
  const drawing = drawScatter(points, { x: reference(standardOfAll), y: reference(fibreOfAll) });
  return drawing && { drawing, drawn: points.length, unknown: inhabited.length - points.length };
}
