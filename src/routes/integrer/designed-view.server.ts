import { DISTANCE } from '#lib/domain/access/distance-indicator.ts';
import { indicator } from '#lib/domain/indicators/catalogue.ts';
import { slugOf } from '#lib/domain/territory/slug.ts';
import type { Territory } from '#lib/domain/territory/territory.ts';
import { formatName } from '#lib/format/territory.ts';
import { integrer as words } from '#lib/messages/integrer.ts';
import { indices } from '#lib/messages/indices.ts';
import type { Snapshot } from '#lib/server/queries/snapshot.ts';
import { typedTerritory } from '#lib/server/queries/typed-territory.ts';
import { isEmbedKind, type EmbedKind } from '#lib/view/embed-view.ts';
import { DEFAULT_TABLE, DEFAULT_VIEW, PARAMETERS, type MapView } from '#lib/view/map-view.ts';
import { placesAddress, writePlacesView } from '#lib/view/places-view.ts';
import { readMapView } from '#lib/view/read-map-view.ts';
import { readPlacesView } from '#lib/view/read-places-view.ts';
import { DESIGN_PARAMETERS, OTHER_MEASURES } from './design-parameters.ts';
import { mapAddress, writeMapView } from '#lib/view/write-map-view.ts';

/** What is being prepared. */
export interface DesignedView {
  kind: EmbedKind;
  territory: Territory | null;
  /** What was typed and designates nothing. */
  unknown: string | null;
  /** Id of an indicator, or one of `OTHER_MEASURES`. */
  measure: string;
  level: MapView['level'];
  /** The parameters of the embedded view. */
  query: string;
  /** The whole view on the site. */
  page: string;
  title: string;
  /** What the form must send again, since it has no field for it. */
  held: [name: string, value: string][];
}

/** The view that the form, or the page one comes from, asks for. */
export function designedView(data: Snapshot, parameters: URLSearchParams): DesignedView {
  const asked = parameters.get(DESIGN_PARAMETERS.kind) ?? '';
  const kind = isEmbedKind(asked) ? asked : 'carte';
  const { territory, unknown } = whereAsked(data, kind, parameters);
  return {
    kind,
    territory,
    unknown,
    ...(kind === 'lieux' ? places(territory, parameters) : map(kind, territory, parameters)),
  };
}

/** The territory of the address, unless another was typed over its name. */
function whereAsked(
  data: Snapshot,
  kind: EmbedKind,
  parameters: URLSearchParams,
): Pick<DesignedView, 'territory' | 'unknown'> {
  const slug =
    parameters.get(kind === 'lieux' ? PARAMETERS.within : PARAMETERS.territory) ??
    parameters.get(PARAMETERS.territory);
  const known = (slug !== null && data.territories.bySlug(slug)) || null;
  const typed = parameters.get(DESIGN_PARAMETERS.where)?.trim() ?? null;
  if (typed === null || (known && typed === formatName(known))) return { territory: known, unknown: null };
  if (typed === '') return { territory: null, unknown: null };
  const territory = typedTerritory(data, typed.slice(0, 100));
  return { territory, unknown: territory ? null : typed.slice(0, 80) };
}

const slugIn = (territory: Territory | null): string | null =>
  territory && territory.level !== 'france' ? slugOf(territory.level, territory.code) : null;

const nameIn = (territory: Territory | null): string =>
  territory ? formatName(territory) : words.titles.country;

type Designed = Omit<DesignedView, 'kind' | 'territory' | 'unknown'>;

function places(territory: Territory | null, parameters: URLSearchParams): Designed {
  const { view } = readPlacesView(parameters);
  const shown = {
    ...view,
    within: slugIn(territory),
    query: '',
    near: null,
    page: 1,
    selected: null,
    map: true,
  };
  const query = writePlacesView(shown);
  return {
    measure: DEFAULT_VIEW.indicator,
    level: 'auto',
    query,
    page: placesAddress(shown),
    title: territory ? words.titles.of(words.titles.places, nameIn(territory)) : words.titles.places,
    held: [...new URLSearchParams(query)].filter(([name]) => name !== PARAMETERS.within),
  };
}

function map(kind: EmbedKind, territory: Territory | null, parameters: URLSearchParams): Designed {
  const { measure, rest } = measureAsked(parameters);
  const { view: read } = readMapView(rest);
  const shown: MapView = {
    ...read,
    territory: slugIn(territory),
    camera: null,
    table: { ...DEFAULT_TABLE, sort: kind === 'tableau' ? read.table.sort : null },
  };
  const bare =
    kind === 'chiffre' ? { ...DEFAULT_VIEW, indicator: shown.indicator, territory: shown.territory } : shown;
  const query = writeMapView(bare);
  const fields: readonly string[] = [
    PARAMETERS.indicator,
    PARAMETERS.level,
    PARAMETERS.territory,
    PARAMETERS.distance,
  ];
  const page =
    kind === 'chiffre'
      ? `/territoires/${shown.territory ?? 'FR'}`
      : mapAddress({ ...shown, table: { ...shown.table, open: kind === 'tableau' } });
  return {
    measure,
    level: shown.level,
    query,
    page,
    title: words.titles.of(labelOf(shown), nameIn(territory)),
    held: [...new URLSearchParams(writeMapView(shown))].filter(([name]) => !fields.includes(name)),
  };
}

const labelOf = ({ layer, indicator: id, index }: MapView): string => {
  if (layer === 'distance') return DISTANCE.label;
  if (layer === 'indicator') return indicator(id).label;
  return index.name || (index.preset !== null && indices.presets[index.preset]?.label) || indices.own;
};

/** The form says distance and index where it says indicators; addresses have parameters of their own. */
function measureAsked(parameters: URLSearchParams): { measure: string; rest: URLSearchParams } {
  const rest = new URLSearchParams(parameters);
  const said = rest.get(PARAMETERS.indicator);
  if (said === OTHER_MEASURES.distance || said === OTHER_MEASURES.index) rest.delete(PARAMETERS.indicator);
  if (said === OTHER_MEASURES.distance) rest.set(PARAMETERS.distance, '1');
  else if (said !== null && said !== OTHER_MEASURES.index) rest.delete(PARAMETERS.index);
  const { view } = readMapView(rest);
  const measure =
    view.layer === 'distance'
      ? OTHER_MEASURES.distance
      : view.layer === 'index'
        ? OTHER_MEASURES.index
        : view.indicator;
  return { measure, rest };
}
