import { indicator } from '#lib/domain/indicators/catalogue.ts';
import { cellAt } from '#lib/domain/indicators/column.ts';
import { sourceNotice } from '#lib/domain/indicators/source.ts';
import { ABSENT } from '#lib/domain/indicators/value.ts';
import { figureOf, type Figure } from '#lib/domain/report/portrait.ts';
import { slugOf } from '#lib/domain/territory/slug.ts';
import type { Territory } from '#lib/domain/territory/territory.ts';
import { formatName } from '#lib/format/territory.ts';
import { currentData } from '#lib/server/app.ts';
import { figureCard } from '#lib/server/diagnosis/figure-card.ts';
import { peerValues, readPortrait } from '#lib/server/queries/portrait.ts';
import type { Snapshot } from '#lib/server/queries/snapshot.ts';
import { PARAMETERS } from '#lib/view/map-view.ts';
import { readMapView } from '#lib/view/read-map-view.ts';
import { territoryOf } from '../framed-view.server.ts';
import type { PageServerLoad } from './$types';

const READ: readonly string[] = [PARAMETERS.indicator, PARAMETERS.territory];

/** One figure of a territory, with what it compares to. */
export const load: PageServerLoad = async ({ url }) => {
  const data = await currentData();
  const { view, ignored } = readMapView({
    get: (name) => (READ.includes(name) ? url.searchParams.get(name) : null),
  });
  const territory = territoryOf(data, view.territory ?? 'FR');
  const subject = indicator(view.indicator);
  const figure = await shownFigure(data, territory, subject.id);
  const { producer, edition } = sourceNotice(figure.source);
  const slug = slugOf(territory.level, territory.code);
  return {
    demonstration: data.demonstration,
    name: formatName(territory),
    slug,
    card: { ...figureCard(figure, peersOf(data, territory, subject.id)), distribution: null },
    source: `${producer}, ${edition}`,
    href: `/territoires/${slug}`,
    ignored: ignored.length > 0,
  };
};

/** The figure of a portrait; that of the column alone for what no portrait has, a denominator. */
async function shownFigure(data: Snapshot, territory: Territory, id: string): Promise<Figure> {
  const known = figureOf(await readPortrait(data, territory), id);
  if (known) return known;
  const column = data.column(id, territory.level);
  return {
    indicator: id,
    source: indicator(id).source,
    cell: column ? cellAt(column, territory.ordinal) : ABSENT,
    aggregated: false,
    comparisons: [],
    standings: [],
    classes: null,
  };
}

/** Those of the country, by which the scale of a comparison is set. */
function peersOf(data: Snapshot, territory: Territory, id: string): Float64Array | null {
  const column = data.column(id, territory.level);
  const france = data.territories.get('france', 'FR');
  return column && france && territory.level !== 'arrondissement'
    ? peerValues(data, id, column, territory.level, france)
    : null;
}
