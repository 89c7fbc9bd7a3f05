import { cellAt } from '#lib/domain/indicators/column.ts';
import { DEFAULT_INDICATOR } from '#lib/domain/indicators/catalogue.ts';
import type { Indicator } from '#lib/domain/indicators/indicator.ts';
import type { PlaceFilter } from '#lib/domain/places/filter.ts';
import { figureOf, type Figure } from '#lib/domain/report/portrait.ts';
import { isMapLevel } from '#lib/domain/territory/level.ts';
import { slugOf } from '#lib/domain/territory/slug.ts';
import { formatName } from '#lib/format/territory.ts';
import { readPortrait } from '#lib/server/queries/portrait.ts';
import { reachOf } from '#lib/server/queries/access/reach.ts';
import type { Snapshot } from '#lib/server/queries/snapshot.ts';
import type { Selected } from '../page-data.ts';

/** Beside the shown indicator: who lives there, with how much, how connected. */
const KEY_INDICATORS = ['population', DEFAULT_INDICATOR, 'fibre-2026', 'part-65-ans-et-plus'];

/** What is said right after an indicator: the very day, and who it leaves without a line. */
const BESIDE: Readonly<Record<string, readonly string[]>> = {
  'fermeture-cuivre': ['date-fermeture-cuivre', 'cuivre-sans-fibre', 'cuivre-part-sans-fibre'],
};

/** What the panel says of a territory; `null` when no map shows one of that slug. */
export async function readSelected(
  data: Snapshot,
  slug: string,
  subject: Indicator,
  filter: PlaceFilter,
): Promise<Selected | null> {
  const territory = data.territories.bySlug(slug);
  if (!territory || !isMapLevel(territory.level)) return null;
  const { level, ordinal } = territory;
  const portrait = await readPortrait(data, territory, filter);
  const shown = figureOf(portrait, subject.id) ?? (await bareFigure(data, subject, level, ordinal));
  const others = [...(BESIDE[subject.id] ?? []), ...KEY_INDICATORS]
    .filter((id) => id !== subject.id)
    .map((id) => figureOf(portrait, id));
  return {
    slug: slugOf(level, territory.code),
    level,
    ordinal,
    name: formatName(territory),
    population: territory.population,
    bounds: territory.bbox,
    departement: data.territories.parents(territory).departement?.ordinal ?? null,
    parents: portrait.parents,
    communes: portrait.communes,
    figures: [shown, ...others.filter((figure) => figure !== undefined)],
    places: portrait.places,
    nearest: portrait.nearest,
    distance: level === 'commune' ? (reachOf(data, filter).distances[ordinal] ?? null) : null,
  };
}

/** The figure of an indicator that no territory page lists: a denominator. */
async function bareFigure(
  data: Snapshot,
  subject: Indicator,
  level: Selected['level'],
  ordinal: number,
): Promise<Figure> {
  const column = data.column(subject.id, level);
  return {
    indicator: subject.id,
    source: subject.source,
    cell: column ? cellAt(column, ordinal) : { state: 'absent', value: null, cover: 0, marks: [] },
    aggregated: level !== 'commune',
    comparisons: [],
    standings: [],
    classes: null,
  };
}
