import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import {
  ESTIMATED_BIT,
  UNCLASSED,
  type Classification,
  type Unclassed,
} from '../domain/classify/classification.ts';
import { MAP_LEVELS, type MapLevel } from '../domain/territory/level.ts';
import { alongPath } from '../styles/colour.ts';
import { mapInk } from '../styles/ramps.ts';
import { DIM_BIT } from './emphasis.ts';

/** Ids shared by the layers and those who ask what is under the pointer. */
export const sourceId = (level: MapLevel): string => `level-${level}`;
export const fillId = (level: MapLevel): string => `${level}-fill`;
export const FILL_IDS = MAP_LEVELS.map(fillId);

type Common = { source: string; 'source-layer': string };

const from = (level: MapLevel): Common => ({ source: sourceId(level), 'source-layer': level });

const CLEAR = 'rgba(0,0,0,0)';
const CODE: ExpressionSpecification = ['coalesce', ['feature-state', 'code'], -1];

/** Opaque for territories with that code, clear for the others: a pattern cannot depend on a state, its opacity can. */
const where = (test: ExpressionSpecification, opacity = 1): ExpressionSpecification => [
  'case',
  test,
  opacity,
  0,
];

/** On a country of communes smaller than the hatch, a lighter one lets the colours be read. */
const overClasses = (test: ExpressionSpecification): ExpressionSpecification => [
  'interpolate',
  ['linear'],
  ['zoom'],
  5,
  where(test, 0.4),
  9,
  where(test),
];

/** How much is left of the colour of a territory that stands back. */
const PALE = 0.14;

const pale = (colour: string): string => (colour === CLEAR ? CLEAR : alongPath([mapInk.land, colour], PALE));

/** The class colours; territories not told yet stay clear, over the land. */
export function fillLayer(level: MapLevel, colours: readonly string[], opacity: number): LayerSpecification {
  const cases = colours.flatMap((colour, i): [number[], string, number[], string] => [
    [i, i | ESTIMATED_BIT],
    colour,
    [i | DIM_BIT],
    pale(colour),
  ]);
  const colour =
    colours.length === 0 ? CLEAR : (['match', CODE, ...cases, CLEAR] as unknown as ExpressionSpecification);
  return {
    id: fillId(level),
    type: 'fill',
    ...from(level),
    paint: { 'fill-color': colour, 'fill-opacity': opacity, 'fill-antialias': level !== 'commune' },
  };
}

/** One layer for each state that the level has, so that absent ones cost nothing. */
export function stateLayers(level: MapLevel, { unclassed, estimated }: Classification): LayerSpecification[] {
  const patterned = (name: string, opacity: ExpressionSpecification): LayerSpecification => ({
    id: `${level}-${name}`,
    type: 'fill',
    ...from(level),
    paint: { 'fill-pattern': name, 'fill-opacity': opacity },
  });
  const present = (Object.keys(UNCLASSED) as Unclassed[]).filter((state) => unclassed[state] > 0);
  const layers = present.map((state) => patterned(state, where(['==', CODE, UNCLASSED[state]])));
  if (estimated > 0)
    layers.push(patterned('estimated', overClasses(['all', ['>=', CODE, ESTIMATED_BIT], ['<', CODE, 0x80]])));
  return layers;
}

/** Fine lines between territories, finer where they are small on screen. */
export function borderLayer(level: MapLevel): LayerSpecification {
  const widths: Record<MapLevel, [number, number]> = {
    commune: [0.1, 1],
    epci: [0.25, 1.3],
    departement: [0.8, 1.6],
    region: [1, 2],
  };
  const [wide, close] = widths[level];
  return {
    id: `${level}-border`,
    type: 'line',
    ...from(level),
    layout: { 'line-join': 'round' },
    paint: {
      'line-color': mapInk.border,
      'line-width': ['interpolate', ['linear'], ['zoom'], 5, wide, 11, close],
      'line-opacity': level === 'commune' ? ['interpolate', ['linear'], ['zoom'], 6, 0.25, 9, 0.9] : 0.9,
    },
  };
}

/** The lines of what communes and intercommunalities belong to. */
export function parentLayer(level: 'departement' | 'region'): LayerSpecification {
  const widths = level === 'region' ? [0.9, 2] : [0.35, 1.4];
  return {
    id: `${level}-parent`,
    type: 'line',
    ...from(level),
    layout: { 'line-join': 'round' },
    paint: {
      'line-color': mapInk.parentBorder,
      'line-width': ['interpolate', ['linear'], ['zoom'], 5, widths[0] as number, 11, widths[1] as number],
      'line-opacity': level === 'region' ? 0.75 : 0.6,
    },
  };
}

/** The territory under the pointer, and that of the keyboard: ink over paper, seen on every colour. */
export function hoverLayers(level: MapLevel): LayerSpecification[] {
  const line = (name: string, colour: string, focused: number, hovered: number): LayerSpecification => ({
    id: `${level}-${name}`,
    type: 'line',
    ...from(level),
    layout: { 'line-join': 'round' },
    paint: {
      'line-color': colour,
      'line-width': [
        'case',
        ['boolean', ['feature-state', 'focused'], false],
        focused,
        ['boolean', ['feature-state', 'hovered'], false],
        hovered,
        ['boolean', ['feature-state', 'marked'], false],
        focused,
        0,
      ],
    },
  });
  return [line('hover-halo', mapInk.border, 8, 4.5), line('hover', mapInk.hover, 3, 2)];
}

/** The outline of one territory, and of one around it: ink over a bright halo, seen on every colour. */
export function outlineLayers(
  level: MapLevel,
  ordinal: number,
  role: 'selected' | 'parent',
): LayerSpecification[] {
  const common = {
    type: 'line' as const,
    ...from(level),
    filter: ['==', ['id'], ordinal] as ExpressionSpecification,
    layout: { 'line-join': 'round' as const },
  };
  const ink = role === 'selected' ? 2.5 : 1.6;
  const halo = role === 'selected' ? 7 : 4.5;
  return [
    {
      id: `${role}-halo`,
      ...common,
      paint: {
        'line-color': mapInk.selectedHalo,
        'line-width': halo,
        'line-opacity': role === 'selected' ? 0.95 : 0.6,
      },
    },
    { id: `${role}-ink`, ...common, paint: { 'line-color': mapInk.selected, 'line-width': ink } },
  ];
}

/** The country under its figures, so that its shape is there before them. */
export function landLayer(): LayerSpecification {
  return { id: 'land', type: 'fill', ...from('region'), paint: { 'fill-color': mapInk.land } };
}
