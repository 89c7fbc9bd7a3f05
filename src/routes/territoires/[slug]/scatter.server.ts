import { drawScatter, type ScatterDrawing } from '#lib/charts/scatter.ts';
import { cellAt } from '#lib/domain/indicators/column.ts';
import { indicator } from '#lib/domain/indicators/catalogue.ts';
import { sourceNotice } from '#lib/domain/indicators/source.ts';
import { isKnown } from '#lib/domain/indicators/value.ts';
import { slugOf } from '#lib/domain/territory/slug.ts';
import type { Territory } from '#lib/domain/territory/territory.ts';
import { formatName } from '#lib/format/territory.ts';
import { keepTogether } from '#lib/format/typography.ts';
import { exports } from '#lib/messages/exports.ts';
import { territoire } from '#lib/messages/territoire.ts';
import type { Snapshot } from '#lib/server/queries/snapshot.ts';

export interface ScatterFigure {
  drawing: ScatterDrawing;
  drawn: number;
  /** Communes with people that miss one of the two figures. */
  unknown: number;
  /** What goes with the drawing when it leaves the page. */
  kept: { title: string; what: string; legend: { label: string }[]; notes: string[] };
}

/** Across, and up. */
const DRAWN = ['niveau-de-vie-median', 'fibre-2026'] as const;

/** More communes than this make a blot. */
const MOST = 1_000;

/** Standard of living across, fibre up, a circle a commune; `null` where a cloud would say nothing. */
export async function needScatter(data: Snapshot, territory: Territory): Promise<ScatterFigure | null> {
  const communes = territory.level === 'commune' ? [] : data.territories.communes(territory);
  if (communes.length > MOST) return null;
  const [standard, fibre, standardOfAll, fibreOfAll] = [
    data.column(DRAWN[0], 'commune'),
    data.column(DRAWN[1], 'commune'),
    data.column(DRAWN[0], 'france'),
    data.column(DRAWN[1], 'france'),
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
  return (
    drawing && {
      drawing,
      drawn: points.length,
      unknown: inhabited.length - points.length,
      kept: keptWords(data, territory),
    }
  );
}

/** Title, legend, sources and day of the cloud as a picture. */
function keptWords(data: Snapshot, territory: Territory): ScatterFigure['kept'] {
  const { scatter } = territoire;
  const named = DRAWN.map((id) => {
    const { producer, edition } = sourceNotice(indicator(id).source);
    return `${producer}, ${edition}`;
  });
  return {
    title: `${scatter.title} : ${formatName(territory)}`,
    what: `nuage-${slugOf(territory.level, territory.code)}`,
    legend: [{ label: scatter.note }],
    notes: [exports.sources(named.join(' ; ')), ...(data.demonstration ? [exports.fictional] : [])].map(
      keepTogether,
    ),
  };
}
